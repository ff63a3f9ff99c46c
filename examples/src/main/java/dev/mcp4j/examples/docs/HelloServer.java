/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.schema.Description;
import dev.mcp4j.server.McpServer;

/** A server with one tool, on stdio, or on HTTP if it is given a port. */
public final class HelloServer {
  record Greet(@Description("who to greet") String name) {}

  static McpServer create() {
    return McpServer.named("hello", "1.0.0")
        .tool(
            "greet",
            tool ->
                tool.description("Says hello")
                    .input(Greet.class)
                    .handle((greet, call) -> "Hello, " + greet.name() + "!"))
        .build();
  }

  public static void main(String[] args) throws InterruptedException {
    try (McpServer server = create()) {
      if (args.length == 0) {
        server.serveStdio();
      } else {
        server.serveHttp(Integer.parseInt(args[0])).awaitStop();
      }
    }
  }
}
