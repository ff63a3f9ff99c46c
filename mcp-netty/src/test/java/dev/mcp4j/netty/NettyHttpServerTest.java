/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NettyHttpServerTest {
  private static final int PATIENCE_SECONDS = 60;
  private static final byte[] HELLO = "hello".getBytes(UTF_8);
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;

  /** What a client of HTTP/2 begins with: the preface, and settings that change nothing. */
  private static final String HTTP2_PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0";

  private final List<AutoCloseable> resources = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = resources.size() - 1; i >= 0; i--) {
      resources.get(i).close();
    }
  }

  private HttpServerHandle serving(HttpOptions.Builder http, HttpEndpoint endpoint) {
    HttpServerHandle handle =
        NettyHttpServer.serve(NettyOptions.builder(http.build()).build(), endpoint);
    resources.add(handle);
    return handle;
  }

  private HttpServerHandle servingHello(UnaryOperator<NettyOptions.Builder> times) {
    HttpServerHandle handle =
        NettyHttpServer.serve(
            times.apply(NettyOptions.builder(options().build())).build(),
            call -> call.reply(200, Map.of(), HELLO));
    resources.add(handle);
    return handle;
  }

  private static HttpOptions.Builder options() {
    return HttpOptions.builder(0).drain(Duration.ZERO);
  }

  private Socket sent(HttpServerHandle handle, String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), handle.uri().getPort());
    resources.add(socket);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  private static String post(String body) {
    return "POST /mcp?q=1 HTTP/1.1\r\nHost: a\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String readAll(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static String readUntil(Socket socket, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      int c = socket.getInputStream().read();
      assertThat(c).as("after " + read).isNotNegative();
      read.append((char) c);
    }
    return read.toString();
  }

  @Test
  void requestIsSeenAsItWasSent() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              seen.complete(
                  String.join(
                      " ",
                      call.method(),
                      call.path(),
                      call.headers().first("hOST"),
                      new String(call.body(), UTF_8),
                      String.valueOf(call.mayBlock())));
              call.reply(200, Map.of("X-A", "b"), HELLO);
            });

    Socket socket = sent(handle, post("some"));

    assertThat(readUntil(socket, "hello"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .containsIgnoringCase("x-a: b\r\n")
        .containsIgnoringCase("content-length: 5\r\n")
        .containsIgnoringCase("date: ");
    assertThat(seen.get()).isEqualTo("POST /mcp a some false");
  }

  @Test
  void requestsSentAheadAreServedInOrder() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              byte[] body = call.body();
              Thread thread =
                  new Thread(
                      () -> {
                        if (body.length == 3) {
                          awaitUnchecked(mayAnswer);
                        }
                        call.reply(200, Map.of(), body);
                      });
              thread.start();
            });

    Socket socket = sent(handle, post("one") + post("second") + post("third"));
    mayAnswer.countDown();

    assertThat(readUntil(socket, "third")).contains("one").containsSubsequence("one", "second");
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void clientThatLeavesIsNoticedWithoutWriting() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch served = new CountDownLatch(1);
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              call.onClosed(closed::countDown);
              served.countDown();
            });
    Socket socket = sent(handle, post("x"));
    served.await();

    socket.close();

    assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void bodyBeyondTheLimitIsNull() throws Exception {
    HttpServerHandle handle =
        serving(
            options().maxBodyBytes(4),
            call -> call.reply(call.body() == null ? 413 : 200, Map.of(), HELLO));

    assertThat(readUntil(sent(handle, post("four")), "hello")).startsWith("HTTP/1.1 200");
    assertThat(readAll(sent(handle, post("fives")))).startsWith("HTTP/1.1 413");
    assertThat(
            readAll(
                sent(
                    handle,
                    String.join(
                        "\r\n",
                        "POST / HTTP/1.1",
                        "Host: a",
                        "Transfer-Encoding: chunked",
                        "",
                        "3",
                        "abc",
                        "3",
                        "abc",
                        ""))))
        .startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /mc",
        "POST /mcp HTTP/1.1\r\nHost: a\r\nX-Slow: ",
        "POST /mcp HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
        "POST /mcp HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabc"
      })
  void requestThatNeverBecomesWholeIsGivenUp(String part) throws Exception {
    HttpServerHandle handle = servingHello(times -> times.requestDeadline(Duration.ofMillis(50)));
    Socket second = sent(handle, post("one"));
    assertThat(readUntil(second, "hello")).startsWith("HTTP/1.1 200");

    assertThat(readAll(sent(handle, part))).isEmpty();

    second.getOutputStream().write(part.getBytes(UTF_8));
    assertThat(readAll(second)).isEmpty();
  }

  @Test
  void connectionWithoutAnExchangeIsClosed() throws Exception {
    HttpServerHandle handle = servingHello(times -> times.idle(Duration.ofMillis(50)));

    assertThat(readAll(sent(handle, ""))).isEmpty();
    assertThat(readAll(sent(handle, post("one")))).startsWith("HTTP/1.1 200");
  }

  @Test
  void idleConnectionOfHttp2IsToldThatItEnds() throws Exception {
    HttpServerHandle handle = servingHello(times -> times.idle(Duration.ofMillis(50)));

    assertThat(frameTypes(sent(handle, HTTP2_PREFACE))).contains(GO_AWAY);
  }

  @Test
  void connectionsOfHttp2AreToldThatTheServerEnds() throws Exception {
    CompletableFuture<HttpCall> served = new CompletableFuture<>();
    HttpServerHandle handle = serving(HttpOptions.builder(0), served::complete);
    Socket busy = sent(handle, post("x"));
    HttpCall call = served.get();
    Socket http2 = sent(handle, HTTP2_PREFACE);
    assertThat(nextFrameType(http2)).isEqualTo(SETTINGS);
    Thread closer = new Thread(handle::close);
    closer.start();

    int type = nextFrameType(http2);
    while (type != GO_AWAY) {
      type = nextFrameType(http2);
    }

    call.reply(200, Map.of(), HELLO);
    assertThat(readUntil(busy, "hello")).startsWith("HTTP/1.1 200");
    closer.join();
  }

  private static List<Integer> frameTypes(Socket socket) throws IOException {
    List<Integer> types = new ArrayList<>();
    for (int type = nextFrameType(socket); type >= 0; type = nextFrameType(socket)) {
      types.add(type);
    }
    return types;
  }

  /** Reads a frame of HTTP/2 and returns its type, or -1 at the end. */
  private static int nextFrameType(Socket socket) throws IOException {
    byte[] head = socket.getInputStream().readNBytes(9);
    if (head.length < 9) {
      return -1;
    }
    int length = (head[0] & 0xFF) << 16 | (head[1] & 0xFF) << 8 | (head[2] & 0xFF);
    assertThat(socket.getInputStream().readNBytes(length)).hasSize(length);
    return head[3];
  }

  @Test
  void refusalReachesAClientThatStillSends() throws Exception {
    HttpServerHandle handle =
        serving(
            options().maxBodyBytes(4),
            call -> call.reply(call.body() == null ? 413 : 200, Map.of(), HELLO));
    Socket socket = sent(handle, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n");
    byte[] piece = new byte[1 << 16];
    for (int i = 0; i < 50; i++) {
      socket.getOutputStream().write(piece);
    }

    assertThat(readAll(socket)).startsWith("HTTP/1.1 413").endsWith("hello");
  }

  @Test
  void headersBeyondTheLimitAreRefused() throws Exception {
    HttpServerHandle handle = serving(options(), call -> call.reply(200, Map.of(), HELLO));
    String much = "a".repeat(20_000);

    assertThat(readAll(sent(handle, "GET / HTTP/1.1\r\nHost: a\r\nX: " + much + "\r\n\r\n")))
        .startsWith("HTTP/1.1 431");
    assertThat(readAll(sent(handle, "GET /" + much + " HTTP/1.1\r\nHost: a\r\n\r\n")))
        .startsWith("HTTP/1.1 414");
    assertThat(readAll(sent(handle, "no request\r\n\r\n"))).startsWith("HTTP/1.1 400");
  }

  @Test
  void failureOfTheEndpointTellsNothing() throws Exception {
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              throw new IllegalStateException("secret");
            });

    assertThat(readUntil(sent(handle, post("x")), "\r\n\r\n"))
        .startsWith("HTTP/1.1 500")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Forged: b", "a\nb", "a\u0000", "\u20ac"})
  void headerThatWouldEndItselfIsNeverWritten(String value) throws Exception {
    HttpServerHandle handle =
        serving(options(), call -> call.reply(200, Map.of("X-A", value), HELLO));

    assertThat(readAll(sent(handle, post("x")))).isEmpty();
  }

  @Test
  void responsesToHeadHaveNoBodyAndTheNextRequestIsServed() throws Exception {
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              if (call.path().equals("/stream")) {
                EventStream stream = call.stream(Map.of());
                assertThat(stream.offer(HELLO)).isTrue();
                stream.close();
              } else {
                int size = call.path().equals("/large") ? 100_000 : 5;
                call.reply(200, Map.of(), "x".repeat(size).getBytes(UTF_8));
              }
            });
    StringBuilder requests = new StringBuilder();
    for (String path : List.of("/small", "/large", "/stream", "/small")) {
      requests.append("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    String read =
        readAll(sent(handle, requests + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));

    assertThat(read.split("HTTP/1.1 200 OK", -1)).hasSize(6);
    assertThat(read).doesNotContain("hello").containsIgnoringCase("content-length: 100000");
    assertThat(read.replaceAll("[^x]", "")).hasSize(5);
  }

  @Test
  void eventsArriveInOrderAndTheStreamEnds() throws Exception {
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              EventStream stream = call.stream(Map.of("Content-Type", "text/event-stream"));
              for (int i = 0; i < 200; i++) {
                assertThat(stream.offer(("event" + i + ";").getBytes(UTF_8))).isTrue();
              }
              stream.close();
              assertThat(stream.offer(HELLO)).isFalse();
            });

    String read = readUntil(sent(handle, post("x")), "0\r\n\r\n");

    assertThat(read).containsSubsequence("event0;", "event1;", "event2;", "event199;");
  }

  @Test
  void slowReaderFillsItsQueueAndRoomIsToldWhenItReads() throws Exception {
    CompletableFuture<EventStream> opened = new CompletableFuture<>();
    HttpServerHandle handle = serving(options(), call -> opened.complete(call.stream(Map.of())));
    Socket socket = sent(handle, post("x"));
    EventStream stream = opened.get();
    byte[] large = new byte[1 << 20];
    CountDownLatch room = new CountDownLatch(1);
    while (stream.offer(large)) {
      Thread.onSpinWait();
    }

    stream.onRoom(room::countDown);
    Thread reader =
        new Thread(
            () -> {
              try {
                var unused = socket.getInputStream().readAllBytes();
              } catch (IOException e) {
                // The end of the test closes it.
              }
            });
    reader.start();

    assertThat(room.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void replyThatIsNotReadIsGivenUp() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    HttpServerHandle handle =
        serving(
            options().writeDeadline(Duration.ofMillis(50)),
            call -> {
              call.onClosed(closed::countDown);
              call.reply(200, Map.of(), new byte[64 << 20]);
            });

    Socket socket = sent(handle, post("x"));

    assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void largeReplyIsReadWhole() throws Exception {
    HttpServerHandle handle =
        serving(
            options(), call -> call.reply(200, Map.of(), "x".repeat(3_000_000).getBytes(UTF_8)));

    Socket socket = sent(handle, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    String read = readAll(socket);
    assertThat(read.substring(read.indexOf("\r\n\r\n") + 4)).hasSize(3_000_000);
  }

  @Test
  void closingWaitsForCallsInFlight() throws Exception {
    CompletableFuture<HttpCall> served = new CompletableFuture<>();
    CountDownLatch draining = new CountDownLatch(1);
    HttpServerHandle handle =
        serving(
            HttpOptions.builder(0),
            new HttpEndpoint() {
              @Override
              public void serve(HttpCall call) {
                served.complete(call);
              }

              @Override
              public void drain() {
                draining.countDown();
              }
            });
    Socket socket = sent(handle, post("x"));
    HttpCall call = served.get();
    Thread closer = new Thread(handle::close);
    closer.start();
    draining.await();

    call.reply(200, Map.of(), HELLO);

    assertThat(readUntil(socket, "hello")).startsWith("HTTP/1.1 200");
    closer.join();
    handle.awaitStop();
  }

  @Test
  void callsThatOutliveTheDrainAreEnded() throws Exception {
    CountDownLatch served = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    HttpServerHandle handle =
        serving(
            options(),
            call -> {
              call.onClosed(closed::countDown);
              served.countDown();
            });
    Socket socket = sent(handle, post("x"));
    served.await();

    handle.close();

    assertThat(closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }
}
