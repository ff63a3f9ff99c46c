/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class JdkHttpServerTest {
  private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain");
  private static final Map<String, String> EVENTS = Map.of("Content-Type", "text/event-stream");

  private final ManualTicker ticker = new ManualTicker();
  private final ServerThreads threads = ServerThreads.create();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private HttpOptions options = HttpOptions.builder(0).drain(Duration.ZERO).build();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    threads.close();
  }

  private JdkHttpServer serving(HttpEndpoint endpoint) throws IOException {
    JdkHttpServer server =
        JdkHttpServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            options,
            port -> endpoint,
            threads,
            ticker);
    opened.add(server);
    return server;
  }

  private RawClient connected(JdkHttpServer server) throws IOException {
    RawClient client = new RawClient(server.uri());
    opened.add(client);
    return client;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void tabsInHeaderValuesArriveAsSpacesWhichIsSaid() throws Exception {
    BlockingQueue<RequestHeaders> seen = new LinkedBlockingQueue<>();
    RawClient client =
        connected(
            serving(
                call -> {
                  seen.add(call.headers());
                  call.reply(200, Map.of(), new byte[0]);
                }));

    client.request("POST", "/", "{}", "X-Value: a\tb");

    assertThat(client.head().status()).isEqualTo(200);
    RequestHeaders headers = seen.take();
    assertThat(headers.first("X-Value")).isEqualTo("a b");
    assertThat(headers.tabsAreSpaces()).isTrue();
  }

  @Test
  void requestIsSeenAsItWasSent() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    JdkHttpServer server =
        serving(
            call -> {
              seen.add(call.method());
              seen.add(call.path());
              seen.add(call.headers().all("x-several").toString());
              seen.add(call.headers().all("X-ABSENT").toString());
              seen.add(new String(call.body(), UTF_8));
              seen.add(call.caller().toString());
              call.reply(202, Map.of(), new byte[0]);
            });
    RawClient client = connected(server);

    client.request("PoST", "/a%2Fb/../c?q=1", "grüße", "X-Several: 1", "x-SEVERAL:  2 ");

    assertThat(client.head().status()).isEqualTo(202);
    assertThat(seen)
        .containsExactly(
            "PoST",
            "/a%2Fb/../c",
            "[1, 2]",
            "[]",
            "grüße",
            "Caller[principal=null, scopes=[], transport=http]");
  }

  @Test
  void replyHasItsLengthAndTheConnectionGoesOn() throws Exception {
    RawClient client =
        connected(serving(call -> call.reply(200, TEXT, bytes("hello " + call.path()))));

    for (int i = 0; i < 3; i++) {
      client.request("POST", "/" + i, "{}");
      RawClient.Head head = client.head();
      assertThat(head.headers())
          .containsEntry("Content-Length", "8")
          .containsEntry("Content-Type", "text/plain");
      assertThat(client.body(head)).isEqualTo("hello /" + i);
    }
  }

  @Test
  void replyMayComeFromAnotherThread() throws Exception {
    BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();
    RawClient client = connected(serving(calls::add));
    client.request("POST", "/", "{}");

    calls.take().reply(404, TEXT, bytes("later"));

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(404);
    assertThat(client.body(head)).isEqualTo("later");
  }

  @Test
  void secondAnswerIsRefused() throws Exception {
    BlockingQueue<Throwable> refused = new LinkedBlockingQueue<>();
    RawClient client =
        connected(
            serving(
                call -> {
                  call.reply(200, TEXT, bytes("first"));
                  try {
                    call.stream(EVENTS);
                  } catch (IllegalStateException e) {
                    refused.add(e);
                  }
                }));

    client.request("POST", "/", "{}");

    assertThat(client.body(client.head())).isEqualTo("first");
    assertThat(refused.take()).hasMessage("the call is answered already");
  }

  @Test
  void headHasNoBody() throws Exception {
    RawClient client = connected(serving(call -> call.reply(405, TEXT, bytes("no"))));

    client.request("HEAD", "/", "");
    assertThat(client.head().status()).isEqualTo(405);
    client.request("HEAD", "/", "");
    assertThat(client.head().status()).isEqualTo(405);
  }

  @Test
  void failureOfTheEndpointTellsNothing() throws Exception {
    RawClient client =
        connected(
            serving(
                call -> {
                  throw new IllegalStateException("secret");
                }));

    client.request("POST", "/", "{}");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(500);
    assertThat(client.body(head)).isEmpty();
    assertThat(head.headers().toString()).doesNotContain("secret");
  }

  @Test
  void interruptedThreadCanAnswer() throws Exception {
    AtomicBoolean kept = new AtomicBoolean();
    RawClient client =
        connected(
            serving(
                call -> {
                  Thread.currentThread().interrupt();
                  call.reply(200, TEXT, bytes("hello"));
                  kept.set(Thread.interrupted());
                }));

    client.request("POST", "/", "{}");

    assertThat(client.body(client.head())).isEqualTo("hello");
    client.request("POST", "/", "{}");
    assertThat(client.body(client.head())).isEqualTo("hello");
    assertThat(kept).isTrue();
  }

  @Test
  void bodyAtTheLimitIsReadAndOneBeyondIsNot() throws Exception {
    options = options.toBuilder().maxBodyBytes(10).build();
    JdkHttpServer server =
        serving(
            call -> {
              byte[] body = call.body();
              assertThat(call.body()).isSameAs(body);
              call.reply(200, TEXT, bytes(body == null ? "too large" : new String(body, UTF_8)));
            });

    assertThat(answerTo(server, "Content-Length: 10\r\n\r\n0123456789")).isEqualTo("0123456789");
    assertThat(answerTo(server, "Content-Length: 11\r\n\r\n0123456789a")).isEqualTo("too large");
    assertThat(answerTo(server, "Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n0\r\n\r\n"))
        .isEqualTo("0123456789");
    assertThat(answerTo(server, "Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n"))
        .isEqualTo("too large");
    assertThat(answerTo(server, "\r\n")).isEmpty();
  }

  private String answerTo(JdkHttpServer server, String rest) throws IOException {
    RawClient client = connected(server);
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\n" + rest);
    return client.body(client.head());
  }

  @Test
  void clientThatLeavesWithinItsBodyEndsTheExchange() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
    JdkHttpServer server =
        serving(
            call -> {
              call.onClosed(ended::countDown);
              try {
                call.body();
              } catch (IOException e) {
                failures.add(e);
                throw e;
              }
            });
    RawClient client = connected(server);
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n012");

    client.close();

    assertThat(failures.take()).isInstanceOf(IOException.class);
    ended.await();
  }

  @Test
  void replyThatIsNotReadIsGivenUp() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    JdkHttpServer server =
        serving(
            call -> {
              call.onClosed(ended::countDown);
              call.reply(200, TEXT, new byte[64 << 20]);
            });
    RawClient client = new RawClient(server.uri(), 4096);
    opened.add(client);
    client.request("POST", "/", "{}");
    assertThat(client.head().status()).isEqualTo(200);

    while (!ended.await(10, TimeUnit.MILLISECONDS)) {
      ticker.advance(Duration.ofSeconds(10));
    }

    client.awaitEnd();
  }

  @Test
  void largeReplyIsReadWhole() throws Exception {
    byte[] large = bytes("0123456789".repeat(300_000));
    JdkHttpServer server = serving(call -> call.reply(200, TEXT, large));
    RawClient client = connected(server);

    client.request("POST", "/", "{}");

    assertThat(bytes(client.body(client.head()))).isEqualTo(large);
  }

  @Test
  void closingWaitsForCallsInFlight() throws Exception {
    options = options.toBuilder().drain(Duration.ofMinutes(5)).build();
    BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();
    CountDownLatch draining = new CountDownLatch(1);
    JdkHttpServer server =
        serving(
            new HttpEndpoint() {
              @Override
              public void serve(HttpCall call) {
                calls.add(call);
              }

              @Override
              public void drain() {
                draining.countDown();
              }
            });
    RawClient client = connected(server);
    client.request("POST", "/", "{}");
    HttpCall call = calls.take();
    Thread closer = new Thread(server::close);
    closer.start();
    draining.await();

    assertThat(closer.isAlive()).isTrue();
    call.reply(200, TEXT, bytes("last words"));

    assertThat(client.body(client.head())).isEqualTo("last words");
    server.awaitStop();
    closer.join();
    server.close();
    assertThatThrownBy(() -> new RawClient(server.uri())).isInstanceOf(ConnectException.class);
  }

  @Test
  void callsThatOutliveTheDrainAreEnded() throws Exception {
    BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();
    CountDownLatch ended = new CountDownLatch(2);
    JdkHttpServer server =
        serving(
            call -> {
              call.onClosed(ended::countDown);
              if (call.path().equals("/stream")) {
                call.stream(EVENTS);
              }
              calls.add(call);
            });
    RawClient waiting = connected(server);
    waiting.request("POST", "/wait", "{}");
    HttpCall late = calls.take();
    RawClient streaming = connected(server);
    streaming.request("POST", "/stream", "{}");
    calls.take();

    server.close();

    ended.await();
    waiting.awaitEnd();
    streaming.awaitEnd();
    AtomicInteger afterwards = new AtomicInteger();
    late.onClosed(afterwards::incrementAndGet);
    assertThat(afterwards).hasValue(1);
    late.reply(200, TEXT, bytes("nobody reads this"));
  }

  @Test
  void interruptedCloserDoesNotWait() throws Exception {
    options = options.toBuilder().drain(Duration.ofMinutes(5)).build();
    BlockingQueue<HttpCall> calls = new LinkedBlockingQueue<>();
    JdkHttpServer server = serving(calls::add);
    RawClient client = connected(server);
    client.request("POST", "/", "{}");
    calls.take();

    Thread.currentThread().interrupt();
    server.close();

    assertThat(Thread.interrupted()).isTrue();
    client.awaitEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0"})
  void uriNamesTheHostAndThePortInUse(String address) throws Exception {
    options = options.toBuilder().path("/a/mcp").build();
    JdkHttpServer server =
        JdkHttpServer.start(
            new InetSocketAddress(address, 0), options, port -> call -> {}, threads, ticker);
    opened.add(server);

    assertThat(server.uri().getHost()).isIn("localhost", "127.0.0.1", "[0:0:0:0:0:0:0:1]");
    assertThat(server.uri().getPort()).isPositive();
    assertThat(server.uri().getPath()).isEqualTo("/a/mcp");
    connected(server);
  }

  @Test
  void settingsOfTheJvmThatAreMadeAlreadyStay() {
    String name = "sun.net.httpserver.idleInterval";
    String before = System.getProperty(name);
    System.setProperty(name, "77");
    try {
      JdkTuning.apply();

      assertThat(System.getProperty(name)).isEqualTo("77");
      assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
    } finally {
      if (before == null) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, before);
      }
    }
  }
}
