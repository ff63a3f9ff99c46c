/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JdkEventStreamTest {
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
  void streamStartsWithoutWaitingForItsFirstEvent() throws Exception {
    BlockingQueue<EventStream> streams = new LinkedBlockingQueue<>();
    RawClient client = connected(serving(call -> streams.add(call.stream(EVENTS))));
    client.request("POST", "/", "{}");

    RawClient.Head head = client.head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).containsEntry("Content-Type", "text/event-stream");

    EventStream stream = streams.take();
    assertThat(stream.offer(bytes("data: 1\n\n"))).isTrue();
    assertThat(client.chunk()).isEqualTo("data: 1\n\n");
    assertThat(stream.offer(bytes("data: 2\n\n"))).isTrue();
    assertThat(client.chunk()).isEqualTo("data: 2\n\n");
    stream.close();
    assertThat(client.chunk()).isEmpty();
    assertThat(stream.offer(bytes("data: 3\n\n"))).isFalse();
  }

  @Test
  void eventsOfferedBeforeTheEndAreAllWritten() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    RawClient client =
        connected(
            serving(
                call -> {
                  call.onClosed(ended::countDown);
                  EventStream stream = call.stream(EVENTS);
                  for (int i = 0; i < 100; i++) {
                    stream.offer(bytes("data: " + i + "\n\n"));
                  }
                  stream.close();
                  stream.close();
                }));
    for (int round = 0; round < 2; round++) {
      client.request("POST", "/", "{}");
      assertThat(client.body(client.head())).contains("data: 0\n\n").endsWith("data: 99\n\n");
    }
    ended.await();
  }

  @Test
  void clientThatLeftIsNoticedByTheSecondWrite() throws Exception {
    BlockingQueue<EventStream> streams = new LinkedBlockingQueue<>();
    CountDownLatch ended = new CountDownLatch(1);
    RawClient client =
        connected(
            serving(
                call -> {
                  call.onClosed(ended::countDown);
                  streams.add(call.stream(EVENTS));
                }));
    client.request("POST", "/", "{}");
    client.head();
    EventStream stream = streams.take();

    client.close();
    while (!ended.await(10, TimeUnit.MILLISECONDS)) {
      stream.offer(bytes(":\n\n"));
    }

    assertThat(stream.offer(bytes(":\n\n"))).isFalse();
  }

  @Test
  void clientThatDoesNotReadFillsItsQueueAndIsThenLetGo() throws Exception {
    options = options.toBuilder().maxQueuedEvents(4).build();
    BlockingQueue<EventStream> streams = new LinkedBlockingQueue<>();
    CountDownLatch ended = new CountDownLatch(1);
    JdkHttpServer server =
        serving(
            call -> {
              call.onClosed(ended::countDown);
              streams.add(call.stream(EVENTS));
            });
    RawClient client = new RawClient(server.uri(), 4096);
    opened.add(client);
    client.request("POST", "/", "{}");
    client.head();
    EventStream stream = streams.take();
    byte[] large = new byte[1 << 20];

    while (!isFull(stream, large)) {
      // The system takes some megabytes for the client.
    }
    while (!ended.await(10, TimeUnit.MILLISECONDS)) {
      ticker.advance(Duration.ofSeconds(10));
    }

    assertThat(stream.offer(bytes(":\n\n"))).isFalse();
    client.awaitEnd();
  }

  /** Offers until nothing is taken for a while. */
  private static boolean isFull(EventStream stream, byte[] event) throws InterruptedException {
    CountDownLatch room = new CountDownLatch(1);
    while (stream.offer(event)) {
      // More.
    }
    stream.onRoom(room::countDown);
    return !room.await(300, TimeUnit.MILLISECONDS);
  }

  @Test
  void writerThatIsFreedTellsThatThereIsRoom() throws Exception {
    options = options.toBuilder().maxQueuedEvents(4).build();
    BlockingQueue<EventStream> streams = new LinkedBlockingQueue<>();
    JdkHttpServer server = serving(call -> streams.add(call.stream(EVENTS)));
    RawClient client = new RawClient(server.uri(), 4096);
    opened.add(client);
    client.request("POST", "/", "{}");
    client.head();
    EventStream stream = streams.take();
    byte[] large = new byte[1 << 20];
    while (!isFull(stream, large)) {
      // The system takes some megabytes for the client.
    }
    CountDownLatch room = new CountDownLatch(1);
    stream.onRoom(room::countDown);

    while (room.getCount() > 0) {
      client.chunk();
    }

    assertThat(stream.offer(bytes("x"))).isTrue();
  }
}
