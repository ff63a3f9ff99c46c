/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ProtectedContract;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
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
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the suite against protected peers with one fault each, and against one without. Takes the
 * same switches as {@link FaultyPeersTest}.
 */
class FaultyProtectedPeersTest {
  private static final int TRIES = 20;
  private static final Set<String> SCOPES =
      Set.of("conformance.use", "conformance.read", "conformance.write", "conformance.admin");

  private static Issuer issuer;
  private static McpServer server;
  private static volatile String good = "";

  @BeforeAll
  static void serve() {
    issuer = Issuer.start(URI.create("http://localhost:0"));
    server = ProtectedContract.create();
  }

  @AfterAll
  static void stop() {
    server.close();
    issuer.close();
  }

  static Stream<Fault> sample() {
    return faults().stream().filter(FaultSample::takes);
  }

  static List<Fault> faults() {
    return AuthorizationFaults.all(() -> good);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(Fault fault) {
    Options options = Options.defaults(1).withTries(TRIES).withPropertyTime(Duration.ofSeconds(3));
    RunResult result = run(fault, options, FaultyPeersTest.shownBy(fault, suite()));
    List<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement).toList();
    assertThat(named).as(FaultyPeersTest.outcomes(result)).contains(fault.requirement());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 1));
  }

  /** Few seeds take what is about tokens alone; many take all, which works with a token, too. */
  @ParameterizedTest
  @MethodSource("seeds")
  void peerWithoutFaultHasNoFindings(long seed) {
    List<PropertyCase> properties =
        suite().properties().stream()
            .filter(p -> Long.getLong("conformance.seeds", 1) > 1 || isOwn(p))
            .toList();
    RunResult result = run(Fault.none(), Options.defaults(seed), properties);
    assertThat(result.findings()).as(FaultyPeersTest.outcomes(result)).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    Set<String> missed = new TreeSet<>(suite().checked());
    missed.removeIf(id -> !isOwn(id));
    missed.removeAll(result.evaluated().keySet());
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @Test
  void thereIsAFaultForEachRequirement() {
    Set<String> without = new TreeSet<>(suite().checked());
    without.removeIf(id -> !isOwn(id));
    faults().forEach(fault -> without.remove(fault.requirement()));
    assertThat(without).isEmpty();
  }

  private static boolean isOwn(PropertyCase property) {
    return property.checks().stream().anyMatch(FaultyProtectedPeersTest::isOwn);
  }

  private static boolean isOwn(String requirement) {
    return requirement.startsWith("auth.") || requirement.equals("mrtr.state-principal");
  }

  private static Suite suite() {
    return ModernSuite.suite();
  }

  private static RunResult run(Fault fault, Options options, List<PropertyCase> properties) {
    List<HttpServerHandle> served = new ArrayList<>();
    try (FaultyProxy proxy = new FaultyProxy(own -> serve(own, served), fault, true)) {
      Mint mint = new Mint(issuer, proxy.uri().toString(), SCOPES);
      Tokens tokens = Tokens.made(mint);
      good = tokens.valid();
      List<Header> headers = List.of(new Header("Authorization", "Bearer " + good));
      try (Server peer =
          new HttpServer(proxy.uri(), headers, Duration.ofSeconds(10), new Recorder())) {
        Profile profile =
            ModernProbe.probe(peer, CallPolicy.SAFE)
                .orElseThrow()
                .protectedBy(new Protection(tokens, Set.of("conformance.use")));
        return new Runner(suite(), peer, profile, options, outcome -> {}).run(properties);
      }
    } finally {
      served.forEach(HttpServerHandle::close);
    }
  }

  private static URI serve(URI own, List<HttpServerHandle> served) {
    HttpServerHandle http =
        server.serveHttp(ProtectedContract.options(0, own.toString(), issuer.identifier()));
    served.add(http);
    return http.uri();
  }
}
