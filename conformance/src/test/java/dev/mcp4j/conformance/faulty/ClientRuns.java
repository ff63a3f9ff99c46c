/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.client.legacy.LegacyClientSuite;
import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.driver.Driver;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;
import java.util.List;

/** What the tests with this project's client share. */
final class ClientRuns {
  /** Long enough for any client that is sound. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private ClientRuns() {}

  static List<PropertyCase> shownBy(Suite suite, Fault fault) {
    List<PropertyCase> all = suite.properties();
    if (Boolean.getBoolean("conformance.full")) {
      return all;
    }
    return all.stream()
        .filter(
            p ->
                fault.properties().isEmpty()
                    ? p.checks().contains(fault.requirement())
                    : fault.properties().stream().anyMatch(p.name()::startsWith))
        .toList();
  }

  static RunResult run(
      Suite suite,
      InProcessLink link,
      Transport transport,
      Duration patience,
      Options options,
      List<PropertyCase> properties) {
    try (Driver driver = new Driver(link, transport, patience, new Recorder())) {
      Profile profile = Profile.ofClient(transport, driver.hello());
      return new Runner(suite, driver, profile, options, outcome -> {}).run(properties);
    }
  }

  static void assertNamed(RunResult result, String requirement) {
    List<String> named =
        result.findings().stream().filter(Finding::isStable).map(Finding::requirement).toList();
    assertThat(named).as(outcomes(result)).contains(requirement);
  }

  static Suite suite(boolean legacy) {
    return legacy ? LegacyClientSuite.suite() : ModernClientSuite.suite();
  }

  static String outcomes(RunResult result) {
    StringBuilder text = new StringBuilder();
    result.outcomes().forEach(outcome -> text.append(outcome).append('\n'));
    result
        .findings()
        .forEach(
            f ->
                text.append(f.requirement())
                    .append(": ")
                    .append(f.actual())
                    .append('\n')
                    .append(f.transcript().text()));
    return text.toString();
  }
}
