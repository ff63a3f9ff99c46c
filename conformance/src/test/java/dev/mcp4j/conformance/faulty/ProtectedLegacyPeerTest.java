/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ProtectedContract;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.HttpServer;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.server.legacy.LegacyProbe;
import dev.mcp4j.conformance.server.legacy.LegacySuite;
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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A protected server is protected in the same way for clients of older revisions. */
class ProtectedLegacyPeerTest {
  private static final Set<String> SCOPES =
      Set.of("conformance.use", "conformance.read", "conformance.write", "conformance.admin");

  @Test
  void peerWithoutFaultHasNoFindings() {
    Suite suite = LegacySuite.suite();
    List<HttpServerHandle> served = new ArrayList<>();
    try (Issuer issuer = Issuer.start(URI.create("http://localhost:0"));
        McpServer server = ProtectedContract.create();
        FaultyProxy proxy =
            new FaultyProxy(own -> serve(server, issuer, own, served), Fault.none(), false)) {
      Tokens tokens = Tokens.made(new Mint(issuer, proxy.uri().toString(), SCOPES));
      List<Header> headers = List.of(new Header("Authorization", "Bearer " + tokens.valid()));
      try (Server peer =
          new HttpServer(proxy.uri(), headers, Duration.ofSeconds(10), new Recorder())) {
        Profile profile =
            LegacyProbe.probe(peer, CallPolicy.SAFE)
                .orElseThrow()
                .protectedBy(new Protection(tokens, Set.of("conformance.use")));
        Options options = Options.defaults(1).withTries(FaultSample.takesAll() ? 20 : 4);
        RunResult result = new Runner(suite, peer, profile, options, outcome -> {}).run(own(suite));
        assertThat(result.findings()).as(FaultyPeersTest.outcomes(result)).isEmpty();
        assertThat(result.outcomes())
            .noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
        Set<String> missed = new TreeSet<>(suite.checked());
        missed.removeIf(id -> !ProtectedPeer.isOwn(id));
        missed.removeAll(result.evaluated().keySet());
        assertThat(missed).as("checks that were never made").isEmpty();
      }
    } finally {
      served.forEach(HttpServerHandle::close);
    }
  }

  private static List<PropertyCase> own(Suite suite) {
    return suite.properties().stream()
        .filter(p -> p.checks().stream().anyMatch(ProtectedPeer::isOwn))
        .toList();
  }

  private static URI serve(
      McpServer server, Issuer issuer, URI own, List<HttpServerHandle> served) {
    HttpServerHandle http =
        server.serveHttp(ProtectedContract.options(0, own.toString(), issuer.identifier()));
    served.add(http);
    return http.uri();
  }
}
