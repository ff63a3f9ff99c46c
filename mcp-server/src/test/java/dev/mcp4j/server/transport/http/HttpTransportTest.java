/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HttpTransportTest {
  private final TestServer server = new TestServer();
  private final HttpServerHandle handle =
      HttpTransport.serve(server.core, HttpOptions.onPort(0), Function.identity(), List.of());
  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
    handle.close();
    server.close();
  }

  private RawClient connected() throws IOException {
    RawClient client = new RawClient(handle.uri());
    clients.add(client);
    return client;
  }

  /** A request as a well-behaved client makes it, but for the headers that are given. */
  private RawClient sent(String method, String path, String body, String... headers)
      throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("Content-Type", "application/json");
    all.put("Accept", "application/json, text/event-stream");
    all.put("MCP-Protocol-Version", "2026-07-28");
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    RawClient client = connected();
    client.request(
        method,
        path,
        body,
        all.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .toArray(String[]::new));
    return client;
  }

  private RawClient called(String tool) throws IOException {
    return sent(
        "POST", "/mcp", TestServer.callBody(tool), "Mcp-Method", "tools/call", "Mcp-Name", tool);
  }

  private RawClient opened(RawClient client) throws IOException {
    assertThat(client.head().headers()).containsEntry("Content-Type", "text/event-stream");
    return client;
  }

  private int status(String method, String path, String body, String... headers)
      throws IOException {
    return sent(method, path, body, headers).head().status();
  }

  @Test
  void callIsAnswered() throws Exception {
    server.tool("greet", (request, notifier) -> "hello " + request.caller().transport());

    RawClient client = called("greet");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).containsEntry("Content-Type", "application/json");
    assertThat(client.body(head)).contains("hello http");
  }

  @Test
  void statusesReachTheClient() throws Exception {
    String call = TestServer.callBody("greet");
    String[] right = {"Mcp-Method", "tools/call", "Mcp-Name", "greet"};
    assertThat(status("GET", "/mcp", "", right)).isEqualTo(405);
    assertThat(status("DELETE", "/mcp", "", right)).isEqualTo(405);
    assertThat(status("POST", "/mcp", call, "Accept", "text/html")).isEqualTo(406);
    assertThat(status("POST", "/mcp", call, "Content-Type", "text/plain")).isEqualTo(415);
    assertThat(status("POST", "/mcp", call, "Mcp-Method", "tools/call", "Mcp-Name", "other"))
        .isEqualTo(400);
    assertThat(status("POST", "/mcp", "{", right)).isEqualTo(400);
    assertThat(status("POST", "/mcp", call, "Origin", "http://evil.com")).isEqualTo(403);
    assertThat(status("POST", "/mcp", " ".repeat((4 << 20) + 1), right)).isEqualTo(413);
    assertThat(status("POST", "/mcp", "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}"))
        .isEqualTo(202);
    assertThat(status("POST", "/mcpfoo", call, right)).isEqualTo(404);
    assertThat(status("POST", "/mcp/", call, right)).isEqualTo(404);
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

    RawClient client = opened(called("work"));

    assertThat(client.event()).contains("notifications/progress");
    seen.countDown();
    assertThat(client.event()).contains("done");
    assertThat(client.event()).isEmpty();
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
    RawClient client = opened(called("work"));
    assertThat(client.event()).contains("notifications/progress");

    client.close();

    while (!cancelled.await(10, TimeUnit.MILLISECONDS)) {
      server.ticker.advance(Duration.ofSeconds(2));
    }
  }

  @Test
  void subscriptionIsServedUntilTheServerStops() throws Exception {
    RawClient client =
        opened(sent("POST", "/mcp", TestServer.LISTEN_BODY, "Mcp-Method", "subscriptions/listen"));
    assertThat(client.event()).contains("notifications/subscriptions/acknowledged");
    server.listening.await();
    server.toolsChanged();
    server.ticker.beat();
    assertThat(client.event()).contains("notifications/tools/list_changed");

    handle.close();

    assertThat(client.event()).contains("\"resultType\":\"complete\"");
    assertThat(client.event()).isEmpty();
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
    RawClient client = called("work");
    started.await();
    Thread closer = new Thread(handle::close);
    closer.start();
    while (called("none").head().status() != 503) {
      Thread.onSpinWait();
    }

    mayEnd.countDown();

    assertThat(client.body(client.head())).contains("done");
    closer.join();
  }

  @Test
  void addressInUseIsReported() {
    HttpOptions taken = HttpOptions.onPort(handle.uri().getPort());

    assertThatThrownBy(
            () -> HttpTransport.serve(server.core, taken, Function.identity(), List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen at /127.0.0.1:" + handle.uri().getPort());
  }

  @Test
  void unknownAddressIsReported() {
    HttpOptions unknown = HttpOptions.builder(0).bindHost("no-such-host.invalid").build();

    assertThatThrownBy(
            () -> HttpTransport.serve(server.core, unknown, Function.identity(), List.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no-such-host.invalid");
  }
}
