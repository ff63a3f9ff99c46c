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
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.server.modern.ModernSuite;
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

/**
 * Runs the suite against peers with one fault each, and against one without. {@code
 * -Dconformance.faults=all} takes every fault instead of a sample, {@code -Dconformance.full=true}
 * runs the whole suite for each, {@code -Dconformance.seeds=20} tries more seeds with the peer
 * without a fault.
 */
class FaultyPeersTest {
  private static final int TRIES = 12;

  /** Requirements that no exchange with a sound server gives occasion to look at. */
  private static final Set<String> WITHOUT_OCCASION =
      Set.of("extension.id-form", "schema.listen-result");

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
    return Stream.of(
            EnvelopeFaults.all(),
            HttpFaults.all(),
            FeatureFaults.all(),
            StreamFaults.all(),
            InputFaults.all(),
            TaskFaults.all(),
            TaskRefusalFaults.all(),
            TaskInputFaults.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(Fault fault) {
    Options options = Options.defaults(1).withTries(TRIES).withPropertyTime(Duration.ofSeconds(3));
    RunResult result = run(http, fault, options, shownBy(fault, suite()));
    List<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement).toList();
    assertThat(named).as(outcomes(result)).contains(fault.requirement());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 2));
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
    // Protected servers have a test of their own.
    missed.removeIf(ProtectedPeer::isOwn);
    missed.removeIf(id -> id.startsWith("stdio.") || id.equals("cancel.no-response"));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @Test
  void thereAreFaultsForMostRequirements() {
    assertThat(faults().map(Fault::requirement).distinct().count()).isGreaterThan(100);
  }

  static List<PropertyCase> shownBy(Fault fault, Suite suite) {
    List<PropertyCase> all = suite.properties();
    if (Boolean.getBoolean("conformance.full")) {
      return all;
    }
    if (fault.properties().isEmpty()) {
      return all.stream().filter(p -> p.checks().contains(fault.requirement())).toList();
    }
    return all.stream()
        .filter(p -> fault.properties().stream().anyMatch(p.name()::startsWith))
        .toList();
  }

  static RunResult run(
      HttpServerHandle http, Fault fault, Options options, List<PropertyCase> properties) {
    try (FaultyProxy proxy = new FaultyProxy(http.uri(), fault);
        Server peer =
            new HttpServer(proxy.uri(), List.of(), Duration.ofSeconds(10), new Recorder())) {
      Profile profile = ModernProbe.probe(peer, CallPolicy.SAFE).orElseThrow();
      return new Runner(suite(), peer, profile, options, outcome -> {}).run(properties);
    }
  }

  private static Suite suite() {
    return ModernSuite.suite();
  }

  static String outcomes(RunResult result) {
    StringBuilder text = new StringBuilder();
    result.outcomes().forEach(outcome -> text.append(outcome).append('\n'));
    result
        .findings()
        .forEach(f -> text.append(f.requirement()).append(": ").append(f.actual()).append('\n'));
    return text.toString();
  }
}
