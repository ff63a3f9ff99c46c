/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.conformance.fixture.FixtureServer;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;

/**
 * A server with the whole fixture contract: {@code PORT} serves HTTP at {@code /mcp} until it is
 * ended, {@code --stdio} serves the standard streams until end of input.
 */
public final class ContractServer {
  private ContractServer() {}

  /**
   * Serves.
   *
   * @param args a port, or {@code --stdio}
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 1) {
      System.err.println("usage: ContractServer PORT | --stdio");
      System.exit(2);
    }
    try (McpServer server = create()) {
      if (args[0].equals("--stdio")) {
        server.serveStdio();
        return;
      }
      try (HttpServerHandle http = server.serveHttp(Integer.parseInt(args[0]))) {
        System.err.println("serving " + http.uri());
        http.awaitStop();
      }
    }
  }

  /**
   * Makes the server, not serving yet.
   *
   * @return the server
   */
  public static McpServer create() {
    return ContractTools.addTo(FixtureServer.create());
  }
}
