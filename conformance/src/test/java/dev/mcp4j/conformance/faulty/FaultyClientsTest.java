/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.client.legacy.LegacyClientSuite;
import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.driver.Driver;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.wire.Recorder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the suite for clients against this project's client, sound and with one fault each. A faulty
 * client is the sound one behind a proxy, or behind a relay on stdio, that breaks one rule. The
 * system properties are those of {@link FaultyPeersTest}.
 */
class FaultyClientsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** For faults that nothing but waiting in vain shows. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  /** The same, where processes have to be started. */
  private static final Duration IMPATIENCE_ON_STDIO = Duration.ofSeconds(10);

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

  static Stream<ClientFault> sample() {
    return ClientFaults.all().stream().filter(FaultSample::takes);
  }

  static Stream<FaultyRelay.Kind> stdioSample() {
    return Stream.of(FaultyRelay.Kind.values()).filter(FaultSample::takes);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("conformance.seeds", 1));
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(ClientFault fault) {
    Options options = Options.defaults(1).withTries(fault.tries());
    try (Proxies proxies = new Proxies(fault)) {
      Duration patience = fault.isSlow() ? IMPATIENCE : PATIENCE;
      RunResult result =
          run(
              suite(false),
              new InProcessLink(proxies::commands),
              Transport.HTTP,
              patience,
              options,
              shownBy(suite(false), fault.fault()));
      assertNamed(result, fault.fault().requirement());
    }
  }

  @ParameterizedTest
  @MethodSource("stdioSample")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void faultOnStdioIsCaughtAndItsRequirementNamed(FaultyRelay.Kind kind) {
    InProcessLink link = new InProcessLink(line -> FaultyRelay.instead(line, kind));
    List<PropertyCase> properties =
        suite(kind.isLegacy()).properties().stream().filter(p -> kind.isShownBy(p.name())).toList();
    Options options = Options.defaults(1).withTries(6);
    Duration patience = kind.isSlow() ? IMPATIENCE_ON_STDIO : PATIENCE;
    Suite suite = suite(kind.isLegacy());
    assertNamed(
        run(suite, link, Transport.STDIO, patience, options, properties), kind.requirement());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void clientWithoutFaultHasNoFindingsOverHttp(long seed) {
    Set<String> missed = missedWithoutFault(suite(false), Transport.HTTP, seed, 20);
    missed.removeIf(id -> id.startsWith("stdio.") || ONLY_ON_STDIO.contains(id));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void clientWithoutFaultHasNoFindingsOnStdio(long seed) {
    Set<String> missed = missedWithoutFault(suite(false), Transport.STDIO, seed, 4);
    missed.removeIf(
        id -> id.startsWith("http.") || id.startsWith("auth.") || ONLY_ON_HTTP.contains(id));
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void legacyClientWithoutFaultHasNoFindings(long seed) {
    Set<String> missed = missedWithoutFault(suite(true), Transport.HTTP, seed, 20);
    Set<String> onStdio = missedWithoutFault(suite(true), Transport.STDIO, seed, 4);
    missed.retainAll(onStdio);
    missed.removeAll(PREFIXES);
    assertThat(missed).as("checks that were never made").isEmpty();
  }

  @Test
  void thereAreFaultsForMostRequirements() {
    Stream<String> http = ClientFaults.all().stream().map(fault -> fault.fault().requirement());
    Stream<String> stdio = Stream.of(FaultyRelay.Kind.values()).map(FaultyRelay.Kind::requirement);
    assertThat(Stream.concat(http, stdio).distinct().count()).isGreaterThan(50);
  }

  /** Runs the suite, a part of it unless all faults are taken, and tells what it left out. */
  private static Set<String> missedWithoutFault(
      Suite suite, Transport transport, long seed, int tries) {
    boolean all = FaultSample.takesAll();
    List<PropertyCase> properties =
        suite.properties().stream().filter(p -> all || isQuick(p, transport)).toList();
    Options options = Options.defaults(seed).withTries(all ? tries : 2);
    RunResult result =
        run(suite, new InProcessLink(line -> line), transport, PATIENCE, options, properties);
    assertThat(result.findings()).as(outcomes(result)).isEmpty();
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

  private static Suite suite(boolean legacy) {
    return legacy ? LegacyClientSuite.suite() : ModernClientSuite.suite();
  }

  private static String outcomes(RunResult result) {
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

  /** Puts a faulty proxy before each server that a client is to connect to. */
  private static final class Proxies implements AutoCloseable {
    private final ClientFault fault;
    private final Queue<FaultyProxy> open = new ConcurrentLinkedQueue<>();

    Proxies(ClientFault fault) {
      this.fault = fault;
    }

    String commands(String line) {
      ObjectNode command = Json.object(line);
      if (command.path("to").has("http")) {
        URI server = URI.create(command.path("to").path("http").stringValue(""));
        FaultyProxy proxy = new FaultyProxy(server, fault.fault());
        open.add(proxy);
        command.withObject("/to").put("http", proxy.uri().toString());
        fault.command().accept(command);
      }
      return Json.write(command);
    }

    @Override
    public void close() {
      open.forEach(FaultyProxy::close);
    }
  }
}
