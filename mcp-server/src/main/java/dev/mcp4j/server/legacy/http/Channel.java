/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.StreamKey;
import dev.mcp4j.server.transport.EventStream;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events. It is written to a log and lives as long as there is something to write;
 * connections come and go, and a broken one is no reason to stop.
 *
 * <p>Specification 2025-11-25: basic/transports, Resumability and Redelivery.
 */
final class Channel {
  /** How far a connection may lag behind before whoever writes waits for it. */
  private static final int MAX_LAG = 256;

  /** The same in bytes. A log forgets what is too much, also if nobody has read it. */
  private static final int MAX_LAG_BYTES = 1 << 20;

  private static final byte[] NOTHING = {};

  private final EventLog log;
  private final StreamKey key;
  private final boolean withIds;
  private final Executor threads;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable StreamReader reader;
  private int lag;
  private long lagBytes;
  private boolean ended;
  private volatile boolean discarded;

  /**
   * Makes a stream without events.
   *
   * @param log where they are written
   * @param key names the stream
   * @param withIds whether the client learns the ids of events
   * @param threads reads the log, may block
   */
  Channel(EventLog log, StreamKey key, boolean withIds, Executor threads) {
    this.log = log;
    this.key = key;
    this.withIds = withIds;
    this.threads = threads;
  }

  StreamKey key() {
    return key;
  }

  /** Writes an event without data, whose id lets the client come back at once. */
  void prime() {
    var unused = log.append(key, NOTHING);
  }

  /** Writes an event. Waits while a connection is there and lags behind. */
  void send(byte[] message) {
    awaitReader(message.length);
    offer(message);
  }

  /** Writes an event without waiting for a connection. */
  void offer(byte[] message) {
    if (begin(message.length)) {
      var unused = log.append(key, message);
      if (discarded) {
        // It may have been written after everything was deleted.
        log.delete(key.session());
      }
    }
  }

  /** Ends the stream together with its session. Nothing is kept of it, nor of what comes late. */
  void discard() {
    discarded = true;
    end();
    log.delete(key.session());
  }

  private boolean begin(int bytes) {
    lock.lock();
    try {
      if (reader != null) {
        lag++;
        lagBytes += bytes;
      }
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  private void awaitReader(int bytes) {
    lock.lock();
    try {
      while (reader != null
          && !ended
          && lag > 0
          && (lag >= MAX_LAG || lagBytes + bytes > MAX_LAG_BYTES)) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Notes that nothing follows. Idempotent. */
  void end() {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    log.end(key);
  }

  /**
   * Brings the stream to a connection, which takes the place of the one before.
   *
   * @param after the event the client has; null for none
   * @param onClosed told once when the connection takes no more
   * @return the connection, which does not read yet
   */
  StreamReader attach(@Nullable String after, EventStream socket, Consumer<StreamReader> onClosed) {
    StreamReader.Listener lagging =
        new StreamReader.Listener() {
          @Override
          public void delivered(int bytes) {
            caughtUp(bytes);
          }

          @Override
          public void closed(StreamReader closed) {
            detach(closed);
            onClosed.accept(closed);
          }
        };
    StreamReader attached = new StreamReader(log, key, after, withIds, socket, threads, lagging);
    StreamReader before;
    lock.lock();
    try {
      before = reader;
      reader = attached;
      lag = 0;
      lagBytes = 0;
    } finally {
      lock.unlock();
    }
    if (before != null) {
      before.close();
    }
    if (attached.isClosed()) {
      detach(attached);
    }
    return attached;
  }

  private void caughtUp(int bytes) {
    lock.lock();
    try {
      lag = Math.max(0, lag - 1);
      lagBytes = lag == 0 ? 0 : Math.max(0, lagBytes - bytes);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void detach(StreamReader closed) {
    lock.lock();
    try {
      if (reader == closed) {
        reader = null;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Makes the client hang up and come back. */
  void detach(Duration retryAfter) {
    StreamReader attached;
    lock.lock();
    try {
      attached = reader;
    } finally {
      lock.unlock();
    }
    if (attached != null) {
      attached.closeAfterRead(retryAfter);
    }
  }
}
