/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link FaultyClientsTest}, with a relay on stdio in place of the proxy. */
class FaultyStdioClientsTest {
  private static final Duration LEAST_IMPATIENCE = Duration.ofSeconds(3);

  static Stream<FaultyRelay.Kind> sample() {
    return Stream.of(FaultyRelay.Kind.values()).filter(FaultSample::takes);
  }

  @ParameterizedTest
  @MethodSource("sample")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void faultIsCaughtAndItsRequirementNamed(FaultyRelay.Kind kind) {
    Suite suite = ClientRuns.suite(kind.isLegacy());
    List<PropertyCase> properties =
        suite.properties().stream().filter(p -> kind.isShownBy(p.name())).toList();
    Duration patience = kind.isSlow() ? impatience(suite, properties) : ClientRuns.PATIENCE;
    RunResult result = run(suite, line -> FaultyRelay.instead(line, kind), patience, 6, properties);
    ClientRuns.assertNamed(result, kind.requirement());
  }

  /**
   * For faults that nothing but waiting in vain shows: longer than a sound client takes here and
   * now, with the processes that it starts.
   */
  private static Duration impatience(Suite suite, List<PropertyCase> properties) {
    RunResult sound = run(suite, line -> line, ClientRuns.PATIENCE, 1, properties);
    Duration several = Duration.ofMillis(3 * sound.millis());
    return several.compareTo(LEAST_IMPATIENCE) > 0 ? several : LEAST_IMPATIENCE;
  }

  private static RunResult run(
      Suite suite,
      UnaryOperator<String> commands,
      Duration patience,
      int tries,
      List<PropertyCase> properties) {
    Options options = Options.defaults(1).withTries(tries);
    InProcessLink link = new InProcessLink(commands);
    return ClientRuns.run(suite, link, Transport.STDIO, patience, options, properties);
  }
}
