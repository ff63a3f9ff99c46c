/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import dev.mcp4j.server.McpServer;

/** A process that serves its standard streams, with tools that print. */
final class ChattyServer {
  private ChattyServer() {}

  public static void main(String[] args) {
    System.out.println("printed before");
    System.out.flush();
    McpServer.named("chatty", "1")
        .tool(
            "print",
            t ->
                t.handle(
                    (in, call) -> {
                      System.out.println("printed by the tool");
                      return "answer, input " + System.in.read();
                    }))
        .build()
        .serveStdio();
    System.out.println("printed after");
  }
}
