/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/** A tool that asks the model of its client. */
public final class AskModel {
  // @start region="server"
  record Text(String text) {}

  static String summarize(Text text, Call call) {
    CreateMessageRequestParams question =
        CreateMessageRequestParams.builder()
            .systemPrompt("You summarize in one sentence.")
            .messages(List.of(SamplingMessage.user(text.text())))
            .maxTokens(100)
            .build();
    CreateMessageResult answer = call.sample("summary", question);
    return answer.content().get(0) instanceof TextContent summary ? summary.text() : "";
  }

  // @end region="server"

  public static void main(String[] args) {
    Text text = new Text("It rained on Monday. It rained on Tuesday.");
    try (McpServer server =
            McpServer.named("texts", "1.0.0")
                .tool("summarize", tool -> tool.input(Text.class).handle(AskModel::summarize))
                .build();
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      try (McpClient client =
          McpClient.builder().http(http.uri()).onSampling(AskModel::answer).build()) {
        System.out.println(client.call("summarize", text).as(String.class));
      }
      // @end region="client"
      // @start region="undeclared"
      try (McpClient client = McpClient.connect(http.uri())) {
        System.out.println(client.call("summarize", text).as(String.class));
      } catch (RequestFailedException e) {
        System.out.println(e.code() + ", " + e.error().message());
        System.out.println(e.data());
      }
      // @end region="undeclared"
    }
  }

  // @start region="client"
  static CreateMessageResult answer(CreateMessageRequestParams request) {
    System.out.println("asked with " + request.messages().size() + " message");
    String reply = "It rained."; // your model goes here, after the user agreed
    return new CreateMessageResult(
        Role.ASSISTANT, List.of(TextContent.of(reply)), "my-model", "endTurn", JsonObject.EMPTY);
  }
  // @end region="client"
}
