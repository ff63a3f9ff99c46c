/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.serve;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/**
 * Serves a tool {@code echo} at {@code /mcp}, and a hundred tools of which it is the first at
 * {@code /mcp100}, for clients of every revision, until it is ended: {@code serve PORT}.
 */
public final class Serve {
  private Serve() {}

  /**
   * Serves.
   *
   * @param args the port
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: serve PORT");
      System.exit(2);
    }
    int port = Integer.parseInt(args[0]);
    try (McpServer one = EchoServers.one(false);
        McpServer hundred = EchoServers.hundred(false);
        HttpServerHandle http =
            one.serveHttp(at(port, "/mcp"), List.of(hundred.httpEndpoint(at(port, "/mcp100"))))) {
      System.err.println("serving " + http.uri());
      http.awaitStop();
    }
  }

  private static HttpOptions at(int port, String path) {
    return HttpOptions.builder(port).path(path).build();
  }
}
