/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a stream: brings the client what the log has, in order, from where it was left.
 * Reading takes place on threads that may block, one at a time.
 */
final class StreamReader {
  private static final Logger logger = LoggerFactory.getLogger(StreamReader.class);
  private static final int PAGE = 64;
  private static final byte[] HEARTBEAT = SseEncoder.comment("");

  /** A write to a peer that has gone may succeed; the one after it fails. */
  private static final int HEARTBEATS_IN_A_ROW = 2;

  /** There may be thousands of readers that have nothing to read. */
  private static final int LOOKS_PER_HEARTBEAT = 16;

  private final EventLog log;
  private final StreamKey key;
  private final boolean withIds;
  private final EventStream socket;
  private final Executor threads;
  private final Listener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final EventLog.Watch watch;
  private @Nullable String cursor;
  private boolean reading;
  private boolean readAgain;
  private boolean closed;
  private @Nullable Duration hangUp;
  private boolean wroteSinceBeat;
  private long lastBeat;
  private long nextLook;
  private int heartbeatsDue;

  /** Whoever has to know how far a reader is. Must not block. */
  interface Listener {
    /** Tells that one more event was handed to the connection, and how many bytes it has. */
    void delivered(int bytes);

    /** Tells that the connection takes no more. Called once. */
    void closed(StreamReader reader);
  }

  /**
   * Makes a reader that has not started.
   *
   * @param after the event the client has; null for none
   * @param withIds whether the client learns the ids of events
   */
  StreamReader(
      EventLog log,
      StreamKey key,
      @Nullable String after,
      boolean withIds,
      EventStream socket,
      Executor threads,
      Listener listener) {
    this.log = log;
    this.key = key;
    this.cursor = after;
    this.withIds = withIds;
    this.socket = socket;
    this.threads = threads;
    this.listener = listener;
    this.watch = log.watch(key, this::readSoon);
  }

  /** Reads what there is, soon. */
  void readSoon() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      readAgain = true;
      if (reading) {
        return;
      }
      reading = true;
    } finally {
      lock.unlock();
    }
    try {
      threads.execute(this::readAll);
    } catch (RejectedExecutionException e) {
      close();
    }
  }

  private void readAll() {
    try {
      boolean goesOn = true;
      while (goesOn && shouldRead()) {
        goesOn = readPage();
      }
    } catch (RuntimeException e) {
      logger.warn("A stream ends: its events cannot be read", e);
      close();
    }
  }

  private boolean shouldRead() {
    lock.lock();
    try {
      boolean more = readAgain && !closed;
      readAgain = false;
      reading = more;
      return more;
    } finally {
      lock.unlock();
    }
  }

  private void stopReading() {
    lock.lock();
    try {
      reading = false;
    } finally {
      lock.unlock();
    }
  }

  /** Returns false if somebody else causes the next reading. */
  private boolean readPage() {
    EventLog.Page page = log.read(key, cursor, PAGE);
    if (page.gap()) {
      // What the client missed is forgotten; it must not believe that it has everything.
      close();
      return false;
    }
    for (EventLog.Event event : page.events()) {
      if (!socket.offer(encode(event))) {
        // Before it can be told that there is room, or that would be taken for a reading under way.
        stopReading();
        socket.onRoom(this::readSoon);
        return false;
      }
      cursor = event.id();
      wrote();
      listener.delivered(event.message().length);
    }
    if (page.last()) {
      close();
      return false;
    }
    if (page.events().size() == PAGE) {
      again();
    } else if (hangsUp()) {
      close();
      return false;
    }
    return true;
  }

  private boolean hangsUp() {
    Duration wanted;
    lock.lock();
    try {
      wanted = hangUp;
    } finally {
      lock.unlock();
    }
    return wanted != null && socket.offer(retry(wanted));
  }

  private static byte[] retry(Duration after) {
    return ("retry: " + after.toMillis() + "\n\n").getBytes(StandardCharsets.US_ASCII);
  }

  private void again() {
    lock.lock();
    try {
      readAgain = true;
    } finally {
      lock.unlock();
    }
  }

  private byte[] encode(EventLog.Event event) {
    return withIds
        ? SseEncoder.encode(SseEvent.of(event.message()).withId(event.id()))
        : SseEncoder.encode(event.message());
  }

  private void wrote() {
    lock.lock();
    try {
      wroteSinceBeat = true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows the client now and then that it is not alone. Does not block.
   *
   * @param interval nanoseconds without an event
   */
  void tick(long now, long interval) {
    if (lastBeat != 0 && now - nextLook < 0) {
      return;
    }
    lock.lock();
    try {
      if (closed) {
        return;
      }
      if (wroteSinceBeat || lastBeat == 0) {
        wroteSinceBeat = false;
        lastBeat = now;
      }
      if (now - lastBeat >= interval) {
        heartbeatsDue = HEARTBEATS_IN_A_ROW;
        lastBeat = now;
      }
      if (heartbeatsDue > 0) {
        heartbeatsDue = socket.offer(HEARTBEAT) ? heartbeatsDue - 1 : 0;
      }
      nextLook = heartbeatsDue > 0 ? now : now + interval / LOOKS_PER_HEARTBEAT;
    } finally {
      lock.unlock();
    }
  }

  /** Hangs up once the client has what there is, and tells it when to come back. */
  void closeAfterRead(Duration retryAfter) {
    lock.lock();
    try {
      hangUp = retryAfter;
    } finally {
      lock.unlock();
    }
    readSoon();
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Hangs up after what was handed over. Idempotent. */
  void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      lock.unlock();
    }
    watch.close();
    socket.close();
    listener.closed(this);
  }
}
