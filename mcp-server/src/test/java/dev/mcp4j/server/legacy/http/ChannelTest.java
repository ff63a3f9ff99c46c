/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private static final StreamKey STREAM = new StreamKey(new SessionKey("session", null), "stream");

  private final Queue<Runnable> readings = new ArrayDeque<>();
  private final Socket socket = new Socket();

  private static final class Socket implements EventStream {
    final List<Integer> sizes = new ArrayList<>();
    boolean closed;
    boolean full;

    @Override
    public boolean offer(byte[] event) {
      if (full) {
        return false;
      }
      sizes.add(event.length);
      return true;
    }

    @Override
    public void onRoom(Runnable action) {
      full = false;
      action.run();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private synchronized void later(Runnable reading) {
    readings.add(reading);
  }

  private synchronized @Nullable Runnable nextReading() {
    return readings.poll();
  }

  private void read() {
    for (Runnable reading = nextReading(); reading != null; reading = nextReading()) {
      reading.run();
    }
  }

  @Test
  void largeMessageDoesNotDriveOutWhatTheConnectionHasNotReadYet() throws Exception {
    Channel channel = new Channel(new InMemoryEventLog(), STREAM, true, this::later);
    channel.attach(null, socket, closed -> {});
    channel.send(new byte[1]);
    Thread sender =
        new Thread(() -> channel.send(new byte[InMemoryEventLog.DEFAULT_MAX_BYTES + 1]));
    sender.start();
    while (sender.getState() == Thread.State.NEW || sender.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }

    read();
    sender.join();
    read();

    assertThat(socket.sizes).hasSize(2);
    assertThat(socket.sizes.get(1)).isGreaterThan(InMemoryEventLog.DEFAULT_MAX_BYTES);
  }

  @Test
  void connectionGoesOnAlsoIfThereIsRoomAgainBeforeItHasStoppedReading() {
    Channel channel = new Channel(new InMemoryEventLog(), STREAM, true, this::later);
    channel.attach(null, socket, closed -> {});
    socket.full = true;

    channel.send(new byte[1]);
    read();

    assertThat(socket.sizes).hasSize(1);
  }

  @Test
  void connectionEndsWhenTheLogHasForgottenWhatItWouldBeginWith() {
    Channel channel =
        new Channel(new InMemoryEventLog(1, 1_000, 10_000), STREAM, true, this::later);
    channel.send(new byte[1]);
    channel.send(new byte[1]);
    StreamReader reader = channel.attach(null, socket, closed -> {});

    reader.readSoon();
    read();

    assertThat(socket.closed).isTrue();
    assertThat(socket.sizes).isEmpty();
  }

  @Test
  void connectionEndsWhenTheLogFails() {
    EventLog failing =
        new FailingLog() {
          @Override
          public Page read(StreamKey stream, @Nullable String after, int max) {
            throw new IllegalStateException("the store is away");
          }
        };
    List<StreamReader> closed = new ArrayList<>();
    StreamReader reader =
        new Channel(failing, STREAM, true, this::later).attach(null, socket, closed::add);

    reader.readSoon();
    read();

    assertThat(socket.closed).isTrue();
    assertThat(closed).containsExactly(reader);
    assertThat(reader.isClosed()).isTrue();
  }

  private abstract static class FailingLog implements EventLog {
    @Override
    public String append(StreamKey stream, byte[] message) {
      throw new AssertionError();
    }

    @Override
    public void end(StreamKey stream) {}

    @Override
    public @Nullable StreamKey find(String eventId, SessionKey owner) {
      return null;
    }

    @Override
    public Watch watch(StreamKey stream, Runnable onChange) {
      return () -> {};
    }

    @Override
    public void delete(SessionKey session) {}
  }

  /** A log in which something happens right before an event is written. */
  private static final class InterruptedLog implements EventLog {
    final InMemoryEventLog log = new InMemoryEventLog();
    Runnable before = () -> {};

    @Override
    public String append(StreamKey stream, byte[] message) {
      before.run();
      return log.append(stream, message);
    }

    @Override
    public void end(StreamKey stream) {
      log.end(stream);
    }

    @Override
    public @Nullable StreamKey find(String eventId, SessionKey owner) {
      return log.find(eventId, owner);
    }

    @Override
    public Page read(StreamKey stream, @Nullable String after, int max) {
      return log.read(stream, after, max);
    }

    @Override
    public Watch watch(StreamKey stream, Runnable onChange) {
      return log.watch(stream, onChange);
    }

    @Override
    public void delete(SessionKey session) {
      log.delete(session);
    }
  }

  @Test
  void nothingIsLeftOfAStreamWhoseSessionHasEnded() {
    InterruptedLog log = new InterruptedLog();
    Channel channel = new Channel(log, STREAM, true, this::later);
    channel.prime();
    channel.offer(new byte[10]);

    channel.discard();
    channel.offer(new byte[10]);
    channel.send(new byte[10]);

    assertThat(log.log.bytes()).isZero();
  }

  @Test
  void nothingIsLeftOfWhatIsWrittenWhileTheSessionEnds() {
    InterruptedLog log = new InterruptedLog();
    Channel channel = new Channel(log, STREAM, true, this::later);
    channel.prime();
    log.before = channel::discard;

    channel.offer(new byte[10]);

    assertThat(log.log.bytes()).isZero();
  }
}
