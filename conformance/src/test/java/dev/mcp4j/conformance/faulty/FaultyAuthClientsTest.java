/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.client.legacy.LegacyClientSuite;
import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the suite for protected servers against this project's client with one fault each. A faulty
 * client is the sound one with a proxy between it and all servers, which breaks one rule. The
 * system properties are those of {@link FaultyPeersTest}.
 */
@Isolated("sets the proxy of this JVM")
class FaultyAuthClientsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static Stream<ClientFault> sample() {
    return faults().filter(FaultSample::takes);
  }

  private static Stream<ClientFault> faults() {
    return Stream.concat(AuthFlowFaults.all().stream(), AuthUseFaults.all().stream());
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(ClientFault fault) {
    ClientRuns.assertNamed(run(fault), fault.fault().requirement());
  }

  @Test
  void sessionOfTheOlderRevisionThatEndsWithoutATokenIsCaught() {
    Fault fault =
        Fault.request(
            "sessions are ended without a token",
            "auth.token.every-request",
            AuthSpoilers.when(
                request -> request.verb.equals("DELETE"),
                request -> request.removeHeader("Authorization")));
    ClientRuns.assertNamed(
        run(ClientFault.of(fault), LegacyClientSuite.suite()), fault.requirement());
  }

  @Test
  void failureThatSaysNothingIsCaught() {
    Fault fault = Fault.none().named("failures say nothing", "auth.dcr.refusal-told");
    InProcessLink link = new InProcessLink(line -> line, FaultyAuthClientsTest::withoutReason);
    RunResult result =
        ClientRuns.run(
            ModernClientSuite.suite(),
            link,
            Transport.HTTP,
            PATIENCE,
            Options.defaults(1).withTries(2),
            ClientRuns.shownBy(ModernClientSuite.suite(), fault));
    ClientRuns.assertNamed(result, fault.requirement());
  }

  private static String withoutReason(String line) {
    ObjectNode answer = Json.object(line);
    if (answer.has("failed")) {
      answer.putObject("failed").put("message", "It failed.");
    }
    return Json.write(answer);
  }

  static Stream<ClientFault> sampleOfOlderRevision() {
    Suite suite = LegacyClientSuite.suite();
    return sample()
        .filter(fault -> suite.checked().contains(fault.fault().requirement()))
        .limit(FaultSample.takesAll() ? Long.MAX_VALUE : 1);
  }

  @ParameterizedTest
  @MethodSource("sampleOfOlderRevision")
  void faultOfAClientOfTheOlderRevisionIsCaughtAndItsRequirementNamed(ClientFault fault) {
    ClientRuns.assertNamed(run(fault, LegacyClientSuite.suite()), fault.fault().requirement());
  }

  @Test
  void thereAreFaultsForMostRequirements() {
    assertThat(faults().map(fault -> fault.fault().requirement()).distinct().count())
        .isGreaterThan(40);
  }

  /** Runs what shows the fault, with a proxy between the client and all servers. */
  static RunResult run(ClientFault fault) {
    return run(fault, ModernClientSuite.suite());
  }

  private static RunResult run(ClientFault fault, Suite suite) {
    ProxySelector usual = ProxySelector.getDefault();
    try (FaultyProxy proxy = FaultyProxy.ofClient(fault.fault())) {
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
      return ClientRuns.run(
          suite,
          new InProcessLink(line -> changed(line, fault)),
          Transport.HTTP,
          PATIENCE,
          Options.defaults(1).withTries(fault.tries()),
          ClientRuns.shownBy(suite, fault.fault()));
    } finally {
      ProxySelector.setDefault(usual);
    }
  }

  private static String changed(String line, ClientFault fault) {
    ObjectNode command = Json.object(line);
    fault.command().accept(command);
    return Json.write(command);
  }
}
