/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpTransportTest {
  private final TestServer server = new TestServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServerHandle handle =
      HttpTransport.serve(server.core, HttpOptions.onPort(0), UnaryOperator.identity());

  @AfterEach
  void close() {
    handle.close();
    server.close();
  }

  private HttpRequest.Builder request(String body, String method) {
    return HttpRequest.newBuilder(handle.uri())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method)
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder call(String tool) {
    return request(TestServer.callBody(tool), "tools/call").header("Mcp-Name", tool);
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private BufferedReader opened(HttpRequest.Builder request) throws Exception {
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String nextEvent(BufferedReader events) throws IOException {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("data: ")) {
        return line;
      }
    }
    return "";
  }

  @Test
  void callIsAnswered() throws Exception {
    server.tool("greet", (request, notifier) -> "hello " + request.caller().transport());

    HttpResponse<String> response = sent(call("greet"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.body()).contains("hello http");
  }

  @Test
  void statusesReachTheClient() throws Exception {
    assertThat(sent(call("greet").GET()).statusCode()).isEqualTo(405);
    assertThat(sent(call("greet").DELETE()).statusCode()).isEqualTo(405);
    assertThat(sent(call("greet").setHeader("Accept", "text/html")).statusCode()).isEqualTo(406);
    assertThat(sent(call("greet").setHeader("Content-Type", "text/plain")).statusCode())
        .isEqualTo(415);
    assertThat(sent(call("greet").setHeader("Mcp-Name", "other")).statusCode()).isEqualTo(400);
    assertThat(sent(request("{", "x")).statusCode()).isEqualTo(400);
    assertThat(sent(call("greet").header("Origin", "http://evil.com")).statusCode()).isEqualTo(403);
    assertThat(sent(request(" ".repeat((4 << 20) + 1), "x")).statusCode()).isEqualTo(413);
    assertThat(
            sent(request("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}", "x")).statusCode())
        .isEqualTo(202);
    URI elsewhere = URI.create(handle.uri() + "foo");
    assertThat(sent(call("greet").uri(elsewhere)).statusCode()).isEqualTo(404);
  }

  @Test
  void hostOfAnotherSiteIsRefused() throws Exception {
    try (RawClient rebound = new RawClient(handle.uri())) {
      rebound.send("POST /mcp HTTP/1.1\r\nHost: evil.com\r\nContent-Length: 0\r\n\r\n");
      assertThat(rebound.head().status()).isEqualTo(403);
    }
    try (RawClient twice = new RawClient(handle.uri())) {
      twice.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nHost: evil.com\r\n\r\n");
      assertThat(twice.head().status()).isEqualTo(400);
    }
  }

  @Test
  void progressArrivesBeforeTheResult() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.tool(
        "work",
        (request, notifier) -> {
          TestServer.progress(notifier, 1);
          seen.await();
          return "done";
        });

    try (BufferedReader events = opened(call("work"))) {
      assertThat(nextEvent(events)).contains("notifications/progress");
      seen.countDown();
      assertThat(nextEvent(events)).contains("done");
      assertThat(nextEvent(events)).isEmpty();
    }
  }

  @Test
  void clientThatLeavesIsNoticedByHeartbeatsAndCancelsItsRequest() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch forever = new CountDownLatch(1);
    server.tool(
        "work",
        (request, notifier) -> {
          request.cancellation().onCancel(cancelled::countDown);
          TestServer.progress(notifier, 1);
          forever.await();
          return "never";
        });
    BufferedReader events = opened(call("work"));
    assertThat(nextEvent(events)).contains("notifications/progress");

    events.close();

    while (!cancelled.await(10, TimeUnit.MILLISECONDS)) {
      server.ticker.advance(Duration.ofSeconds(2));
    }
  }

  @Test
  void subscriptionIsServedUntilTheServerStops() throws Exception {
    try (BufferedReader events = opened(request(TestServer.LISTEN_BODY, "subscriptions/listen"))) {
      assertThat(nextEvent(events)).contains("notifications/subscriptions/acknowledged");
      server.toolsChanged();
      server.ticker.beat();
      assertThat(nextEvent(events)).contains("notifications/tools/list_changed");

      handle.close();

      assertThat(nextEvent(events)).contains("\"resultType\":\"complete\"");
      assertThat(nextEvent(events)).isEmpty();
    }
    handle.awaitStop();
  }

  @Test
  void callInFlightIsAnsweredWhileTheServerStops() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    server.tool(
        "work",
        (request, notifier) -> {
          started.countDown();
          mayEnd.await();
          return "done";
        });
    var answer = client.sendAsync(call("work").build(), BodyHandlers.ofString());
    started.await();
    Thread closer = new Thread(handle::close);
    closer.start();
    while (sent(call("work").GET()).statusCode() != 503) {
      Thread.onSpinWait();
    }

    mayEnd.countDown();

    assertThat(answer.get(60, TimeUnit.SECONDS).body()).contains("done");
    closer.join();
  }

  @Test
  void addressInUseIsReported() {
    HttpOptions taken = HttpOptions.onPort(handle.uri().getPort());

    assertThatThrownBy(() -> HttpTransport.serve(server.core, taken, UnaryOperator.identity()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen at /127.0.0.1:" + handle.uri().getPort());
  }

  @Test
  void unknownAddressIsReported() {
    HttpOptions unknown = HttpOptions.builder(0).bindHost("no-such-host.invalid").build();

    assertThatThrownBy(() -> HttpTransport.serve(server.core, unknown, UnaryOperator.identity()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no-such-host.invalid");
  }
}
