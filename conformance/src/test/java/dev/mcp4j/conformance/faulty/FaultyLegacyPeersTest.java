/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ContractServer;
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
import dev.mcp4j.conformance.server.legacy.LegacyProbe;
import dev.mcp4j.conformance.server.legacy.LegacySuite;
import dev.mcp4j.conformance.wire.Recorder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
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

/** The same as {@link FaultyPeersTest}, for servers of revision 2025-11-25. */
class FaultyLegacyPeersTest {
  private static final int TRIES = 8;

  /** Requirements that no exchange with a sound server over HTTP gives occasion to look at. */
  private static final Set<String> WITHOUT_OCCASION =
      Set.of(
          "meta.prefix-labels",
          "meta.label-form",
          "meta.name-form",
          "lifecycle.initialize-first",
          "cancel.known-request",
          "cancel.id-issued",
          "elicit.required-error-list",
          "elicit.required-error-url-mode");

  private static McpServer server;
  private static HttpServerHandle http;

  @BeforeAll
  static void serve() {
    server = ContractServer.create();
    http = server.serveHttp(0);
  }

  @AfterAll
  static void stop() {
    http.close();
    server.close();
  }

  static Stream<Fault> sample() {
    return faults().filter(FaultSample::takes);
  }

  static Stream<Fault> faults() {
    return Stream.of(SessionFaults.all(), ListenFaults.all(), QuestionFaults.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(Fault fault) {
    Options options = Options.defaults(1).withTries(TRIES).withPropertyTime(Duration.ofSeconds(3));
    RunResult result = run(http, fault, options, FaultyPeersTest.shownBy(fault, suite()));
    List<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement).toList();
    assertThat(named).as(FaultyPeersTest.outcomes(result)).contains(fault.requirement());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void peerWithoutFaultHasNoFindings(long seed) {
    RunResult result = run(http, Fault.none(), Options.defaults(seed), suite().properties());
    assertThat(result.findings()).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    Set<String> missed = new TreeSet<>(suite().checked());
    missed.removeAll(result.evaluated().keySet());
    missed.removeAll(WITHOUT_OCCASION);
    missed.removeIf(id -> id.startsWith("stdio.") || ProtectedPeer.isOwn(id));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @Test
  void thereAreFaultsForManyRequirements() {
    assertThat(faults().map(Fault::requirement).distinct().count()).isGreaterThan(60);
  }

  static RunResult run(
      HttpServerHandle http, Fault fault, Options options, List<PropertyCase> properties) {
    try (FaultyProxy proxy = new FaultyProxy(http.uri(), fault, false);
        Server peer =
            new HttpServer(proxy.uri(), List.of(), Duration.ofSeconds(4), new Recorder())) {
      Profile profile = LegacyProbe.probe(peer, CallPolicy.SAFE).orElseThrow();
      return new Runner(suite(), peer, profile, options, outcome -> {}).run(properties);
    }
  }

  private static Suite suite() {
    return LegacySuite.suite();
  }
}
