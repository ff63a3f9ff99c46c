/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.contract;

import dev.mcp4j.conformance.fixture.FixtureServer;
import dev.mcp4j.jose.server.JwkSource;
import dev.mcp4j.jose.server.JwtVerifier;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.transport.HttpOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The server with the whole fixture contract, for those who have a token. */
public final class ProtectedContract {
  private static final String USE = "conformance.use";
  private static final String READ = "conformance.read";
  private static final String WRITE = "conformance.write";
  private static final String ADMIN = "conformance.admin";

  private ProtectedContract() {}

  /**
   * Makes the server, not serving yet.
   *
   * @return the server, which has a tool more that needs scopes
   */
  public static McpServer create() {
    McpServer server =
        ContractTools.addTo(
            FixtureServer.create(
                builder ->
                    builder.scopePolicy(
                        ScopePolicy.hierarchy(Map.of(ADMIN, Set.of(READ, WRITE))))));
    server.addTool(
        "conformance_scoped",
        tool ->
            tool.description("Needs two scopes")
                .readOnly()
                .requireScopes(READ, WRITE)
                .handle((input, call) -> "allowed"));
    return server;
  }

  /**
   * Says how it is protected.
   *
   * @param port where it is served; 0 for a free port
   * @param issuer whose tokens it takes
   * @return the options to serve it with
   */
  public static HttpOptions options(int port, String issuer) {
    return options(port, "http://localhost:" + port + "/mcp", issuer);
  }

  /**
   * Says how it is protected, perhaps behind a proxy.
   *
   * @param port where it is served; 0 for a free port
   * @param resource the URL that clients know it by
   * @param issuer whose tokens it takes
   * @return the options to serve it with
   */
  public static HttpOptions options(int port, String resource, String issuer) {
    // Every run of the suite has keys of its own, and runs follow each other soon.
    JwkSource keys = JwkSource.builder(issuer).interval(Duration.ofSeconds(1)).build();
    ResourceServer protection =
        ResourceServer.builder(resource, JwtVerifier.of(issuer, keys))
            .authorizationServer(issuer)
            .requires(USE)
            .supports(READ, WRITE, ADMIN)
            .build();
    return HttpOptions.builder(port).authorization(protection).build();
  }
}
