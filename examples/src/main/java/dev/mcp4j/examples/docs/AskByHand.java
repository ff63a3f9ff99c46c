/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestFormParams;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A tool that returns its question as a reply, and finds the answer in the next request. */
public final class AskByHand {
  // @start region="server"
  static Object greet(Call call) {
    String state = call.requestState();
    if (state == null) {
      FormSchema form =
          new FormSchema(
              Map.of("name", StringSchema.builder().title("Your name").minLength(1).build()),
              List.of("name"),
              JsonObject.EMPTY);
      ElicitRequest question = new ElicitRequest(new ElicitRequestFormParams("Who are you?", form));
      return new Reply.InputRequired<CallToolResult>(
          Map.of("who", question), "asked for the name", ResultMeta.EMPTY);
    }
    JsonNode answer = call.inputResponses().get("who");
    if (answer == null) {
      throw new ToolError("The question was not answered.");
    }
    String name = answer.at("/content/name").asString("nobody");
    return "Hello, %s! I %s.".formatted(name, state);
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("greeter", "1.0.0")
                .tool("greet", tool -> tool.handle((none, call) -> greet(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client =
            McpClient.builder()
                .http(http.uri())
                .onElicitation(form -> form.accept(Map.of("name", "Ada")))
                .build()) {
      System.out.println(client.call("greet").as(String.class));
    }
  }
}
