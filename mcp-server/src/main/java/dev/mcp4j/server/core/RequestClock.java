/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** The time a request has. */
final class RequestClock {
  private final Ticker ticker;
  private final Duration limit;
  private final ReentrantLock lock;
  private long deadline;
  private boolean paused;
  private boolean ranOut;

  /** Starts the clock. Shares a lock under which nobody waits. */
  RequestClock(Ticker ticker, Duration limit, ReentrantLock lock) {
    this.ticker = ticker;
    this.limit = limit;
    this.lock = lock;
    this.deadline = ticker.now() + nanos(limit);
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  Duration limit() {
    return limit;
  }

  /** Tells that the time is up; that once, and then no more. */
  boolean hasRunOut(long now) {
    lock.lock();
    try {
      if (ranOut || paused || now - deadline < 0) {
        return false;
      }
      ranOut = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Does something that takes no time of the request. */
  <T> T pause(Callable<T> action) throws Exception {
    long start = ticker.now();
    set(true, 0);
    try {
      return action.call();
    } finally {
      set(false, ticker.now() - start);
    }
  }

  private void set(boolean paused, long extension) {
    lock.lock();
    try {
      this.paused = paused;
      deadline += extension;
    } finally {
      lock.unlock();
    }
  }
}
