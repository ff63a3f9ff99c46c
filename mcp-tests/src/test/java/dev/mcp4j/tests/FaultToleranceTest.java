/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.InMemory;
import dev.mcp4j.testkit.fault.FaultKind;
import dev.mcp4j.testkit.fault.Faults;
import dev.mcp4j.testkit.fault.FaultyProxy;
import dev.mcp4j.testkit.fault.Seeds;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong on the way, a call ends: with its result, or with an exception of ours. */
class FaultToleranceTest {
  record Greet(String name) {}

  private static final FaultKind[] KINDS = {
    FaultKind.CUT, FaultKind.SPLIT, FaultKind.REPEAT, FaultKind.GARBLE, FaultKind.SILENCE
  };

  private final McpServer server =
      McpServer.named("sturdy", "1")
          .tool(
              "greet", tool -> tool.input(Greet.class).handle((in, call) -> "Hello, " + in.name()))
          .build();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void callInMemoryEndsWhateverGoesWrong() {
    Seeds.repeat(
        40,
        random -> {
          Faults toServer = Faults.random(random, 900, KINDS);
          Faults toClient = Faults.random(random, 600, KINDS);
          callTwice(
              McpClient.builder()
                  .transport(
                      InMemory.builder(server)
                          .toServer(toServer::apply)
                          .toClient(toClient::apply)
                          .transport()),
              toServer + " / " + toClient);
        });
    serverStillAnswers();
  }

  @Test
  void callOverHttpEndsWhateverGoesWrong() {
    try (HttpServerHandle http = server.serveHttp(0)) {
      Seeds.repeat(
          20,
          random -> {
            Faults toServer = Faults.random(random, 900, KINDS);
            Faults toClient = Faults.random(random, 600, KINDS);
            try (FaultyProxy proxy =
                FaultyProxy.to(http.uri())
                    .toServer(() -> toServer)
                    .toClient(() -> toClient)
                    .start()) {
              callTwice(McpClient.builder().http(proxy.uri()), toServer + " / " + toClient);
            }
          });
      try (McpClient client = McpClient.connect(http.uri())) {
        assertThat(greet(client)).isEqualTo("Hello, Ada");
      }
    }
  }

  @Test
  void piecesOfAnySizeMakeNoDifference() {
    Seeds.repeat(
        20,
        random -> {
          int up = 1 + random.nextInt(20);
          int down = 1 + random.nextInt(20);
          try (McpClient client = splitInto(up, down)) {
            assertThat(greet(client)).isEqualTo("Hello, Ada");
          }
        });
  }

  @Test
  void slowServerHoldsUpNobodyElse() throws InterruptedException {
    ManualClock clock = ManualClock.create();
    Faults slow = Faults.none().slow(50, Duration.ofSeconds(1), clock);
    try (McpClient late =
            McpClient.builder()
                .transport(InMemory.builder(server).toServer(slow::apply).transport())
                .build();
        McpClient prompt = InMemory.connect(server)) {
      var call = late.call("greet", Map.of("name", "Ada")).start(String.class);
      clock.awaitWaiting(1);

      assertThat(greet(prompt)).isEqualTo("Hello, Ada");
      assertThat(call.isDone()).isFalse();

      while (!call.isDone()) {
        clock.advance(Duration.ofSeconds(1));
        Thread.onSpinWait();
      }
      assertThat(call.await()).isEqualTo("Hello, Ada");
    }
  }

  private McpClient splitInto(int up, int down) {
    return McpClient.builder()
        .transport(
            InMemory.builder(server)
                .toServer(Faults.none().splitInto(up)::apply)
                .toClient(Faults.none().splitInto(down)::apply)
                .transport())
        .build();
  }

  /** A flipped bit can turn a text into another one, so only the end of the call is sure. */
  private static void callTwice(McpClientBuilder builder, String faults) {
    try (McpClient client =
        builder.validateResults(false).timeout(Duration.ofMillis(100)).build()) {
      for (int i = 0; i < 2; i++) {
        try {
          greet(client);
        } catch (McpClientException e) {
          assertThat(e).as(faults).hasMessageNotContaining("tools.jackson");
        }
      }
    }
  }

  private static String greet(McpClient client) {
    return client.call("greet", Map.of("name", "Ada")).as(String.class);
  }

  private void serverStillAnswers() {
    try (McpClient client = InMemory.connect(server)) {
      assertThat(greet(client)).isEqualTo("Hello, Ada");
    }
  }
}
