/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Answer;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Map;

/** A tool that asks two questions in one round. */
public final class AskSeveral {
  // @start region="server"
  record Name(String name) {}

  static String rename(Call call) {
    Question<Answer<Name>> newName = Question.form("name", "What is the new name?", Name.class);
    Question<List<Root>> folders = Question.roots("folders");
    Answers answers = call.ask(newName, folders);
    Name name = answers.get(newName).orCancel();
    return "%s is now %s".formatted(answers.get(folders).get(0).uri(), name.name());
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("projects", "1.0.0")
                .tool("rename", tool -> tool.handle((none, call) -> rename(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client =
            McpClient.builder()
                .http(http.uri())
                .onElicitation(form -> form.accept(Map.of("name", "Analytical Engine")))
                .onRoots(() -> List.of(new Root("file:///home/ada/engine", null, JsonObject.EMPTY)))
                .build()) {
      System.out.println(client.call("rename").as(String.class));
    }
  }
}
