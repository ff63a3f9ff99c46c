/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.server.legacy.LegacyProbe;
import dev.mcp4j.conformance.server.legacy.LegacySuite;
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.server.modern.ModernSuite;
import dev.mcp4j.conformance.wire.Recorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link FaultyPeersTest}, for servers that are started by a command. */
class FaultyStdioPeersTest {
  static Stream<FaultyStdioServer.Kind> sample() {
    return Stream.of(FaultyStdioServer.Kind.values())
        .filter(kind -> !kind.requirement().isEmpty())
        .filter(FaultSample::takes);
  }

  static Stream<FaultyStdioServer.Kind> legacySample() {
    return Stream.of(FaultyStdioServer.Kind.BANNER, FaultyStdioServer.Kind.SEVERAL_LINES)
        .filter(FaultSample::takes);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(FaultyStdioServer.Kind kind) {
    assertNamed(run(ModernSuite.suite(), kind, property -> isShownBy(property, kind)), kind);
  }

  @ParameterizedTest
  @MethodSource("legacySample")
  void faultByAnOlderRevisionIsCaughtAndItsRequirementNamed(FaultyStdioServer.Kind kind) {
    assertNamed(run(LegacySuite.suite(), kind, property -> isShownBy(property, kind)), kind);
  }

  private static void assertNamed(RunResult result, FaultyStdioServer.Kind kind) {
    Stream<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement);
    assertThat(named).as(result.outcomes().toString()).contains(kind.requirement());
  }

  private static boolean isShownBy(PropertyCase property, FaultyStdioServer.Kind kind) {
    return kind == FaultyStdioServer.Kind.ASKS
        ? property.name().startsWith("Version.discovery")
        : property.checks().contains(kind.requirement());
  }

  static Stream<Suite> suites() {
    return Stream.of(ModernSuite.suite(), LegacySuite.suite())
        .limit(FaultSample.takesAll() ? Long.MAX_VALUE : 1);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void processThatExitsWhenItCannotReadIsNotAccused(Suite suite) {
    RunResult result =
        run(
            suite,
            FaultyStdioServer.Kind.FRAGILE,
            property ->
                property.name().startsWith("Message.serverLives")
                    || property.name().startsWith("Stdio.nothingBut"));
    assertThat(result.findings()).isEmpty();
    assertThat(result.evaluated()).containsKey("base.core-supported");
  }

  @Test
  void peerWithoutFaultHasNoFindings() {
    RunResult result = run(ModernSuite.suite(), FaultyStdioServer.Kind.NONE, property -> true);
    assertThat(result.findings()).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    assertThat(result.evaluated())
        .containsKeys("stdio.exit-on-eof", "stdio.cancel-silences", "cancel.no-response");
  }

  private static RunResult run(
      Suite suite, FaultyStdioServer.Kind kind, Predicate<PropertyCase> which) {
    List<PropertyCase> properties = suite.properties().stream().filter(which).toList();
    boolean legacy = suite.revision() == Revision.V2025_11_25;
    // A process that exits has to be started again and again, which takes time.
    Duration patience = Duration.ofSeconds(kind == FaultyStdioServer.Kind.FRAGILE ? 30 : 5);
    try (Server peer = new StdioServer(command(kind), patience, new Recorder())) {
      Optional<Profile> profile =
          legacy
              ? LegacyProbe.probe(peer, CallPolicy.SAFE)
              : ModernProbe.probe(peer, CallPolicy.SAFE);
      Options options = Options.defaults(1).withTries(4).withPropertyTime(Duration.ofSeconds(4));
      return new Runner(suite, peer, profile.orElseThrow(), options, outcome -> {}).run(properties);
    }
  }

  private static String command(FaultyStdioServer.Kind kind) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "'%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s %s"
        .formatted(
            java,
            System.getProperty("java.class.path"),
            FaultyStdioServer.class.getName(),
            kind.name());
  }
}
