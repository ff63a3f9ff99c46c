/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Transport;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the suite for clients against this project's client, which has no fault. The system
 * properties are those of {@link FaultyPeersTest}.
 */
class LawfulClientsTest {
  /** Takes seconds by intent, until a limit is met. */
  private static final String HARD_WORK = "Schema.hugeSchema";

  /** Requirements that no exchange with a sound client gives occasion to look at. */
  private static final Set<String> WITHOUT_OCCASION =
      Set.of(
          "extension.id-form",
          // Only clients without legacy revisions are looked at for these.
          "stdio.modern-probe",
          "era.modern-client-probes");

  /** Our client sends no metadata with prefixes to a server of an older revision. */
  private static final Set<String> PREFIXES = Set.of("meta.prefix-labels", "meta.label-form");

  private static final Set<String> ONLY_ON_HTTP =
      Set.of("capability.respected", "task.name-header");

  private static final Set<String> ONLY_ON_STDIO =
      Set.of(
          "cancel.id-issued",
          "cancel.known-request",
          "cancel.late-response-ignored",
          "cancel.stdio-notification",
          "discover.stdio-probe",
          "era.cached",
          "notification.no-id",
          "schema.client-notification",
          "subscription.resent-after-reconnect",
          "subscription.stdio-correlation");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void clientWithoutFaultHasNoFindingsOverHttp(long seed) {
    Set<String> missed = missedWithoutFault(ClientRuns.suite(false), Transport.HTTP, seed, 20);
    missed.removeIf(id -> id.startsWith("stdio.") || ONLY_ON_STDIO.contains(id));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void clientWithoutFaultHasNoFindingsOnStdio(long seed) {
    Set<String> missed = missedWithoutFault(ClientRuns.suite(false), Transport.STDIO, seed, 4);
    missed.removeIf(
        id -> id.startsWith("http.") || id.startsWith("auth.") || ONLY_ON_HTTP.contains(id));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void legacyClientWithoutFaultHasNoFindings(long seed) {
    Set<String> missed = missedWithoutFault(ClientRuns.suite(true), Transport.HTTP, seed, 20);
    Set<String> onStdio = missedWithoutFault(ClientRuns.suite(true), Transport.STDIO, seed, 4);
    missed.retainAll(onStdio);
    missed.removeAll(PREFIXES);
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  /** Runs the suite, a part of it unless all faults are taken, and tells what it left out. */
  private static Set<String> missedWithoutFault(
      Suite suite, Transport transport, long seed, int tries) {
    boolean all = FaultSample.takesAll();
    List<PropertyCase> properties =
        suite.properties().stream().filter(p -> all || isQuick(p, transport)).toList();
    Options options = Options.defaults(seed).withTries(all ? tries : 2);
    RunResult result =
        ClientRuns.run(
            suite,
            new InProcessLink(line -> line),
            transport,
            ClientRuns.PATIENCE,
            options,
            properties);
    assertThat(result.findings()).as(ClientRuns.outcomes(result)).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    if (!all) {
      return new TreeSet<>();
    }
    Set<String> missed = new TreeSet<>(suite.checked());
    missed.removeAll(result.evaluated().keySet());
    missed.removeAll(WITHOUT_OCCASION);
    return missed;
  }

  /**
   * On stdio each try starts a process, so only what is about stdio is quick enough. Signing in is
   * the same for all revisions.
   */
  private static boolean isQuick(PropertyCase property, Transport transport) {
    boolean signsInAgain =
        property.revision() != Revision.V2026_07_28 && property.name().startsWith("Auth");
    return transport == Transport.HTTP
        ? !property.name().startsWith(HARD_WORK) && !signsInAgain
        : property.name().startsWith("Stdio.")
            || property.name().startsWith("Cancel.late")
            || property.name().startsWith("LegacyQuestion.ping");
  }
}
