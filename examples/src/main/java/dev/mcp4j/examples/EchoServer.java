/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples;

import dev.mcp4j.schema.Description;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;

/** The smallest useful server: on stdio, or with {@code --http PORT} over HTTP. */
public final class EchoServer {
  /** What to echo. */
  record Echo(@Description("the text to return") String text) {}

  private EchoServer() {}

  /**
   * Serves until end of input or until ended.
   *
   * @param args nothing for stdio, or {@code --http PORT}
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws InterruptedException {
    try (McpServer server = create()) {
      if (args.length == 2 && args[0].equals("--http")) {
        try (HttpServerHandle http = server.serveHttp(Integer.parseInt(args[1]))) {
          System.err.println("serving " + http.uri());
          http.awaitStop();
        }
      } else if (args.length == 0) {
        server.serveStdio();
      } else {
        System.err.println("usage: echo-server [--http PORT]");
        System.exit(2);
      }
    }
  }

  /**
   * Makes the server, not serving yet.
   *
   * @return the server
   */
  public static McpServer create() {
    return McpServer.named("echo", "1.0.0")
        .tool(
            "echo",
            tool ->
                tool.description("Returns the text it is given")
                    .input(Echo.class)
                    .readOnly()
                    .handle((echo, call) -> echo.text()))
        .build();
  }
}
