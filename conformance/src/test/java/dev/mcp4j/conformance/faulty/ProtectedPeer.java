/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.contract.ProtectedContract;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.server.modern.ModernSuite;
import dev.mcp4j.conformance.token.Issuer;
import dev.mcp4j.conformance.token.Mint;
import dev.mcp4j.conformance.token.Protection;
import dev.mcp4j.conformance.token.Tokens;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.Recorder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A protected server behind a proxy, which it takes for itself, and its authorization server. */
final class ProtectedPeer implements AutoCloseable {
  private static final Set<String> SCOPES =
      Set.of("conformance.use", "conformance.read", "conformance.write", "conformance.admin");

  /** Requirements of other pages that take a protected server. */
  private static final Set<String> OTHERS =
      Set.of(
          "mrtr.state-principal",
          "elicit.bound-to-user",
          "tool.access-control",
          "resource.access-control",
          "task.auth-binding",
          "cache.public-is-shared");

  private final Issuer issuer = Issuer.start(URI.create("http://localhost:0"));
  private final McpServer server = ProtectedContract.create();
  private volatile String good = "";

  /** A token that the peer takes while it runs. */
  String good() {
    return good;
  }

  /** Runs properties of 2026-07-28 against the peer with a fault. */
  RunResult run(Fault fault, Options options, List<PropertyCase> properties) {
    Suite suite = ModernSuite.suite();
    List<HttpServerHandle> served = new ArrayList<>();
    try (FaultyProxy proxy = new FaultyProxy(own -> serve(own, served), fault, true)) {
      Tokens tokens = Tokens.made(new Mint(issuer, proxy.uri().toString(), SCOPES));
      good = tokens.valid();
      List<Header> headers = List.of(new Header("Authorization", "Bearer " + good));
      try (Server peer =
          new HttpServer(proxy.uri(), headers, Duration.ofSeconds(10), new Recorder())) {
        Profile profile =
            ModernProbe.probe(peer, CallPolicy.SAFE)
                .orElseThrow()
                .protectedBy(new Protection(tokens, Set.of("conformance.use")));
        return new Runner(suite, peer, profile, options, outcome -> {}).run(properties);
      }
    } finally {
      served.forEach(HttpServerHandle::close);
    }
  }

  private URI serve(URI own, List<HttpServerHandle> served) {
    HttpServerHandle http =
        server.serveHttp(ProtectedContract.options(0, own.toString(), issuer.identifier()));
    served.add(http);
    return http.uri();
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
  }

  /** Whether a requirement is checked with protected servers alone. */
  static boolean isOwn(String requirement) {
    return requirement.startsWith("auth.") || OTHERS.contains(requirement);
  }

  /** The properties that check such requirements. */
  static List<PropertyCase> ownProperties() {
    return ModernSuite.suite().properties().stream()
        .filter(property -> property.checks().stream().anyMatch(ProtectedPeer::isOwn))
        .toList();
  }
}
