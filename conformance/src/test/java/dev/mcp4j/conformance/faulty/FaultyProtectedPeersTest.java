/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.server.modern.ModernSuite;
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
 * Runs the suite against protected peers with one fault each, and against one without. Takes the
 * same switches as {@link FaultyPeersTest}.
 */
class FaultyProtectedPeersTest {
  private static final int TRIES = 20;

  private static ProtectedPeer peer;

  @BeforeAll
  static void serve() {
    peer = new ProtectedPeer();
  }

  @AfterAll
  static void stop() {
    peer.close();
  }

  static Stream<Fault> sample() {
    return faults().stream().filter(FaultSample::takes);
  }

  static List<Fault> faults() {
    return AuthorizationFaults.all(() -> peer.good());
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(Fault fault) {
    Options options = Options.defaults(1).withTries(TRIES).withPropertyTime(Duration.ofSeconds(3));
    RunResult result = peer.run(fault, options, FaultyPeersTest.shownBy(fault, suite()));
    List<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement).toList();
    assertThat(named).as(FaultyPeersTest.outcomes(result)).contains(fault.requirement());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 1));
  }

  /** One seed takes what is about tokens alone; many take all, which works with a token, too. */
  @ParameterizedTest
  @MethodSource("seeds")
  void peerWithoutFaultHasNoFindings(long seed) {
    boolean many = Long.getLong("conformance.seeds", 1) > 1;
    List<PropertyCase> properties = many ? suite().properties() : ProtectedPeer.ownProperties();
    RunResult result = peer.run(Fault.none(), Options.defaults(seed), properties);
    assertThat(result.findings()).as(FaultyPeersTest.outcomes(result)).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    Set<String> missed = ownRequirements();
    missed.removeAll(result.evaluated().keySet());
    // The lists of our server are private.
    missed.remove("cache.public-is-shared");
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @Test
  void thereIsAFaultForEachRequirement() {
    Set<String> without = ownRequirements();
    faults().forEach(fault -> without.remove(fault.requirement()));
    assertThat(without).isEmpty();
  }

  private static Set<String> ownRequirements() {
    Set<String> own = new TreeSet<>(suite().checked());
    own.removeIf(id -> !ProtectedPeer.isOwn(id));
    return own;
  }

  private static Suite suite() {
    return ModernSuite.suite();
  }
}
