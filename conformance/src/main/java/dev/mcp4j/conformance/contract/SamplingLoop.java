/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.content.ToolResultContent;
import dev.mcp4j.api.content.ToolUseContent;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.Call;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lets the client's model use a tool, and goes on with the results. */
final class SamplingLoop {
  private static final Tool WEATHER = Tool.builder("weather", input()).build();

  private SamplingLoop() {}

  static String run(Call call) {
    List<SamplingMessage> messages =
        new ArrayList<>(List.of(SamplingMessage.user("What is the weather in Paris?")));
    CreateMessageResult first = call.sample("first", params(messages));
    List<SamplingMessageContentBlock> results = new ArrayList<>();
    for (SamplingMessageContentBlock block : first.content()) {
      if (block instanceof ToolUseContent use) {
        results.add(
            new ToolResultContent(
                use.id(), List.of(TextContent.of("18 degrees")), null, null, JsonObject.EMPTY));
      }
    }
    if (results.isEmpty()) {
      return "no tool was used";
    }
    messages.add(new SamplingMessage(first.role(), first.content(), JsonObject.EMPTY));
    messages.add(new SamplingMessage(Role.USER, results, JsonObject.EMPTY));
    call.sample("second", params(messages));
    return "tools were used: " + results.size();
  }

  private static CreateMessageRequestParams params(List<SamplingMessage> messages) {
    return CreateMessageRequestParams.builder()
        .messages(messages)
        .maxTokens(100)
        .tools(List.of(WEATHER))
        .build();
  }

  private static JsonObject input() {
    return new JsonObject(JsonNodeFactory.instance.objectNode().put("type", "object"));
  }
}
