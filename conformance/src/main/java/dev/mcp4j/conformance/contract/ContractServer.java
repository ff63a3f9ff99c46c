/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.conformance.fixture.FixtureServer;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/**
 * A server with the whole fixture contract: {@code PORT} serves HTTP at {@code /mcp} until it is
 * ended, {@code PORT --protected ISSUER} does so for those who have a token of an authorization
 * server, {@code --stdio} serves the standard streams until end of input.
 */
public final class ContractServer {
  private ContractServer() {}

  /**
   * Serves.
   *
   * @param args a port, perhaps with {@code --protected} and an issuer, or {@code --stdio}
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws InterruptedException {
    List<String> words = List.of(args);
    boolean guarded = words.size() == 3 && words.get(1).equals("--protected");
    if (words.size() != 1 && !guarded) {
      System.err.println("usage: ContractServer PORT [--protected ISSUER] | --stdio");
      System.exit(2);
    }
    try (McpServer server = guarded ? ProtectedContract.create() : create()) {
      if (words.get(0).equals("--stdio")) {
        server.serveStdio();
        return;
      }
      int port = Integer.parseInt(words.get(0));
      HttpOptions options =
          guarded ? ProtectedContract.options(port, words.get(2)) : HttpOptions.onPort(port);
      try (HttpServerHandle http = server.serveHttp(options)) {
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
