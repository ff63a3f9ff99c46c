/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What older clients see of the end of an HTTP server. */
@Timeout(30)
class HttpClosingTest {
  private static final int ACCEPTED = 202;
  private static final int UNAVAILABLE = 503;

  private final McpServerBuilder builder = McpServer.named("ending", "1");

  @Test
  void answerIsTakenWhileTheServerDrains() throws Exception {
    builder.tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size() + " roots"));
    HttpOptions options = OldClient.OPTIONS.toBuilder().drain(Duration.ofMinutes(5)).build();
    try (McpServer server = builder.build();
        HttpServerHandle http = server.serveHttp(options)) {
      OldClient client = OldClient.of(http.uri(), "2025-11-25");
      Response called = client.post(OldClient.call(1, "roots"));
      String question = called.message().at("/id").asString();
      Thread closer = new Thread(http::close);
      closer.start();
      while (client.get().status() != UNAVAILABLE) {
        Thread.onSpinWait();
      }

      assertThat(client.post(OldClient.request(2, "ping", "{}")).status()).isEqualTo(UNAVAILABLE);
      Response answered =
          client.post(
              "{\"jsonrpc\":\"2.0\",\"id\":\"" + question + "\",\"result\":{\"roots\":[]}}");

      assertThat(answered.status()).isEqualTo(ACCEPTED);
      assertThat(called.message().at("/result/content/0/text").asString()).isEqualTo("0 roots");
      closer.join();
    }
  }

  @Test
  void handlerDoesNotOutliveTheServer() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    builder.tool(
        "wait",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.cancellation().onCancel(cancelled::countDown);
                  started.countDown();
                  new CountDownLatch(1).await();
                  return "never";
                }));
    HttpOptions options = OldClient.OPTIONS.toBuilder().drain(Duration.ZERO).build();
    try (McpServer server = builder.build()) {
      HttpServerHandle http = server.serveHttp(options);
      OldClient client = OldClient.of(http.uri(), "2025-11-25");
      Thread caller = new Thread(() -> client.post(OldClient.call(1, "wait")));
      caller.setUncaughtExceptionHandler((thread, e) -> {});
      caller.start();
      started.await();

      http.close();

      cancelled.await();
      caller.join();
    }
  }
}
