/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Beats on a daemon thread, which starts with the first task. A task that fails is logged. */
public final class ThreadTicker implements Ticker, AutoCloseable {
  /** The time between two beats unless another one is given. */
  public static final Duration DEFAULT_PERIOD = Duration.ofMillis(50);

  private static final Logger log = LoggerFactory.getLogger(ThreadTicker.class);

  private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private final long periodNanos;
  private volatile boolean started;
  private volatile boolean closed;

  /**
   * Makes a ticker.
   *
   * @param period the time between two beats; positive
   */
  public ThreadTicker(Duration period) {
    this.periodNanos = period.toNanos();
    this.thread = new Thread(this::beat, "mcp4j-ticker");
    thread.setDaemon(true);
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public Registration add(Task task) {
    Entry entry = new Entry(task);
    entries.add(entry);
    if (!started) {
      start();
    }
    return () -> entries.remove(entry);
  }

  private synchronized void start() {
    if (!started && !closed) {
      started = true;
      thread.start();
    }
  }

  /** Stops beating. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void beat() {
    while (!closed) {
      LockSupport.parkNanos(this, periodNanos);
      // A flag that a task left behind would keep the thread from ever pausing again.
      var unused = Thread.interrupted();
      long now = now();
      for (Entry entry : entries) {
        entry.tick(now);
      }
    }
  }

  private static final class Entry {
    private final Task task;

    Entry(Task task) {
      this.task = task;
    }

    void tick(long now) {
      try {
        task.tick(now);
      } catch (RuntimeException | Error e) {
        log.error("A task of the ticker failed", e);
      }
    }
  }
}
