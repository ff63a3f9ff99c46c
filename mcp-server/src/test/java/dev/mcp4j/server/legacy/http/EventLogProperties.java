/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens to its connections, a client that goes on where it was gets every event once.
 */
class EventLogProperties {
  private enum Step {
    WRITE,
    BREAK,
    RESUME,
    READ,
    HANG_UP
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Arbitraries.of(Step.class).list().ofMaxSize(60);
  }

  @Property(tries = 500)
  void clientThatGoesOnGetsEveryEventOnceAndInOrder(@ForAll("histories") List<Step> history) {
    Client client = new Client();
    int written = 0;
    for (Step step : history) {
      switch (step) {
        case WRITE -> client.channel.offer(("e" + written++).getBytes(UTF_8));
        case BREAK -> client.disconnect();
        case RESUME -> client.resume();
        case READ -> client.read();
        case HANG_UP -> client.channel.detach(Duration.ofMillis(5));
      }
    }
    client.channel.end();
    client.resume();
    client.read();

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < written; i++) {
      expected.add("e" + i);
    }
    assertThat(client.got).isEqualTo(expected);
    assertThat(client.socket.closed).isTrue();
  }

  /** A client of one stream whose connections take three events before they have to be read. */
  private static final class Client {
    final EventLog log = new InMemoryEventLog();
    final StreamKey key = new StreamKey(new SessionKey("s", "p"), "t");
    final Channel channel = new Channel(log, key, true, Runnable::run);
    final List<String> got = new ArrayList<>();
    Socket socket = new Socket();
    StreamReader reader;
    String last;

    Client() {
      channel.prime();
      connect();
      read();
    }

    void connect() {
      socket = new Socket();
      reader = channel.attach(last, socket, closed -> {});
      reader.readSoon();
    }

    void disconnect() {
      socket.broken = true;
      reader.close();
    }

    void resume() {
      disconnect();
      connect();
    }

    /** Reads all there is, and makes room by it, until nothing more comes. */
    void read() {
      while (!socket.queue.isEmpty()) {
        List<String> events = new ArrayList<>(socket.queue);
        socket.queue.clear();
        events.forEach(this::take);
        List<Runnable> actions = new ArrayList<>(socket.waiting);
        socket.waiting.clear();
        actions.forEach(Runnable::run);
      }
    }

    private void take(String event) {
      for (String line : event.lines().toList()) {
        if (line.startsWith("id: ")) {
          last = line.substring(4);
        } else if (line.startsWith("data: ") && line.length() > 6) {
          got.add(line.substring(6));
        }
      }
    }
  }

  private static final class Socket implements EventStream {
    final List<String> queue = new ArrayList<>();
    final List<Runnable> waiting = new ArrayList<>();
    boolean broken;
    boolean closed;

    @Override
    public boolean offer(byte[] event) {
      if (broken || closed || queue.size() >= 3) {
        return false;
      }
      queue.add(new String(event, UTF_8));
      return true;
    }

    @Override
    public void onRoom(Runnable action) {
      if (broken || closed) {
        return;
      }
      if (queue.size() >= 3) {
        waiting.add(action);
      } else {
        action.run();
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
