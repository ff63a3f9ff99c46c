/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is over is forgotten. */
@Timeout(60)
class LeftoverTest {
  private static final int CALLS = 200;

  private final List<WeakReference<Call>> calls = new CopyOnWriteArrayList<>();

  private void run(McpServerBuilder builder, String tool, String expected) {
    try (McpServer server = builder.build();
        HttpServerHandle http = server.serveHttp(OldClient.OPTIONS)) {
      OldClient client = OldClient.of(http.uri(), "2025-11-25");
      for (int i = 0; i < CALLS; i++) {
        try (Response called = client.post(OldClient.call(i, tool))) {
          assertThat(called.text()).contains(expected);
        }
      }
      assertThat(calls).hasSize(CALLS);
      while (calls.stream().anyMatch(call -> call.get() != null)) {
        // Returns without, if something holds a call; then the time of the test runs out.
        System.gc();
        Thread.onSpinWait();
      }
      assertThat(client.post(OldClient.request(1, "ping", "{}")).status()).isEqualTo(200);
    }
  }

  @Test
  void callsThatRanOutOfTimeLeaveNothingBehind() {
    run(
        McpServer.named("slow", "1")
            .tool(
                "wait",
                tool ->
                    tool.timeout(Duration.ofMillis(1))
                        .handle(
                            (input, call) -> {
                              calls.add(new WeakReference<>(call));
                              new CountDownLatch(1).await();
                              return "never";
                            })),
        "wait",
        "took longer than 1 ms");
  }

  @Test
  void questionsWithoutAnswerLeaveNothingBehind() {
    run(
        McpServer.named("asking", "1")
            .legacy(LegacyOptions.builder().answerTimeout(Duration.ofMillis(1)).build())
            .tool(
                "roots",
                tool ->
                    tool.handle(
                        (input, call) -> {
                          calls.add(new WeakReference<>(call));
                          return call.roots("r").size();
                        })),
        "roots",
        "it took longer than");
  }
}
