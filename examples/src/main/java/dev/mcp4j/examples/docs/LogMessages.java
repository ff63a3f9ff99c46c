/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import tools.jackson.databind.node.JsonNodeFactory;

/** A tool that logs to its client, and a client that chooses how much it wants to hear. */
public final class LogMessages {
  // @start region="server"
  static McpServer create() {
    return McpServer.named("baker", "1.0.0")
        .logging()
        .tool("bake", tool -> tool.handle((none, call) -> bake(call)))
        .build();
  }

  static String bake(Call call) {
    call.log(LoggingLevel.DEBUG, "heating the oven");
    call.log(LoggingLevel.INFO, "the bread is in the oven");
    call.log(
        LoggingLevel.WARNING,
        "oven",
        JsonNodeFactory.instance.objectNode().put("celsius", 260).put("limit", 250));
    return "One loaf of bread.";
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      try (McpClient client =
          McpClient.builder()
              .http(http.uri())
              .onLog(
                  LoggingLevel.WARNING,
                  message -> System.out.println(message.level() + ": " + message.data()))
              .build()) {
        System.out.println(client.call("bake").as(String.class));
        // @end region="client"
        System.out.println();
        // @start region="call"
        String bread =
            client
                .call("bake")
                .onLog(
                    LoggingLevel.DEBUG, message -> System.out.println("debug: " + message.data()))
                .as(String.class);
        // @end region="call"
        System.out.println(bread);
      }
    }
  }
}
