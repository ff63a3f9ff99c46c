/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.engine.CallPolicy;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.peer.Server;
import dev.mcp4j.conformance.peer.StdioServer;
import dev.mcp4j.conformance.server.modern.ModernProbe;
import dev.mcp4j.conformance.server.modern.ModernSuite;
import dev.mcp4j.conformance.wire.Recorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link FaultyPeersTest}, for servers that are started by a command. */
class FaultyStdioPeersTest {
  static Stream<FaultyStdioServer.Kind> sample() {
    return Stream.of(FaultyStdioServer.Kind.values())
        .filter(kind -> kind != FaultyStdioServer.Kind.NONE)
        .filter(FaultSample::takes);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(FaultyStdioServer.Kind kind) {
    List<PropertyCase> properties =
        ModernSuite.suite().properties().stream().filter(p -> isShownBy(p, kind)).toList();
    RunResult result = run(kind, properties);
    Stream<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement);
    assertThat(named).as(result.outcomes().toString()).contains(kind.requirement());
  }

  private static boolean isShownBy(PropertyCase property, FaultyStdioServer.Kind kind) {
    return kind == FaultyStdioServer.Kind.ASKS
        ? property.name().startsWith("Version.discovery")
        : property.checks().contains(kind.requirement());
  }

  @Test
  void peerWithoutFaultHasNoFindings() {
    RunResult result = run(FaultyStdioServer.Kind.NONE, ModernSuite.suite().properties());
    assertThat(result.findings()).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    assertThat(result.evaluated())
        .containsKeys("stdio.exit-on-eof", "stdio.cancel-silences", "cancel.no-response");
  }

  private static RunResult run(FaultyStdioServer.Kind kind, List<PropertyCase> properties) {
    try (Server peer = new StdioServer(command(kind), Duration.ofSeconds(5), new Recorder())) {
      Profile profile = ModernProbe.probe(peer, CallPolicy.SAFE).orElseThrow();
      Options options = Options.defaults(1).withTries(4).withPropertyTime(Duration.ofSeconds(4));
      return new Runner(ModernSuite.suite(), peer, profile, options, outcome -> {}).run(properties);
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
