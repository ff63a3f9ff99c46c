/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the suite for clients against this project's client with one fault each: a faulty client is
 * the sound one behind a proxy that breaks one rule. The system properties are those of {@link
 * FaultyPeersTest}.
 */
class FaultyClientsTest {
  /** For faults that nothing but waiting in vain shows. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  static Stream<ClientFault> sample() {
    return ClientFaults.all().stream().filter(FaultSample::takes);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void faultIsCaughtAndItsRequirementNamed(ClientFault fault) {
    Suite suite = ModernClientSuite.suite();
    Options options = Options.defaults(1).withTries(fault.tries());
    try (Proxies proxies = new Proxies(fault)) {
      Duration patience = fault.isSlow() ? IMPATIENCE : ClientRuns.PATIENCE;
      RunResult result =
          ClientRuns.run(
              suite,
              new InProcessLink(proxies::commands),
              Transport.HTTP,
              patience,
              options,
              ClientRuns.shownBy(suite, fault.fault()));
      ClientRuns.assertNamed(result, fault.fault().requirement());
    }
  }

  @Test
  void thereAreFaultsForMostRequirements() {
    Stream<String> http = ClientFaults.all().stream().map(fault -> fault.fault().requirement());
    Stream<String> stdio = Stream.of(FaultyRelay.Kind.values()).map(FaultyRelay.Kind::requirement);
    assertThat(Stream.concat(http, stdio).distinct().count()).isGreaterThan(50);
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
