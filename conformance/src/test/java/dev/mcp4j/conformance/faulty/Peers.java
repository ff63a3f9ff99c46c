/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.contract.ContractServer;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;

/** Faulty peers for tests of other packages. */
public final class Peers {
  private Peers() {}

  /** A server that breaks a requirement; tells its address as its text. */
  public static AutoCloseable faulty(String requirement) {
    Fault fault =
        FaultyPeersTest.faults()
            .filter(f -> f.requirement().equals(requirement))
            .findFirst()
            .orElseThrow();
    McpServer server = ContractServer.create();
    HttpServerHandle http = server.serveHttp(0);
    FaultyProxy proxy = new FaultyProxy(http.uri(), fault);
    return new AutoCloseable() {
      @Override
      public void close() {
        proxy.close();
        http.close();
        server.close();
      }

      @Override
      public String toString() {
        return proxy.uri().toString();
      }
    };
  }
}
