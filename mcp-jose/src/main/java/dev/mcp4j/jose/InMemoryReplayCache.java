/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers in this process, up to a number of uses. Beyond that the oldest use is forgotten, and
 * could be repeated if its time is not over yet. Safe for use by several threads.
 */
public final class InMemoryReplayCache implements ReplayCache {
  /** How many uses are remembered unless another number is given. */
  public static final int DEFAULT_MAX = 100_000;

  private final int max;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Instant> used = new LinkedHashMap<>();

  /** Makes a cache of the default size. */
  public InMemoryReplayCache() {
    this(DEFAULT_MAX, Clock.systemUTC());
  }

  /**
   * Makes a cache.
   *
   * @param max how many uses are remembered, at least 1
   * @param clock tells what may be forgotten
   * @throws IllegalArgumentException if the number is less than 1
   */
  public InMemoryReplayCache(int max, Clock clock) {
    if (max < 1) {
      throw new IllegalArgumentException("a cache must hold at least 1: " + max);
    }
    this.max = max;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public boolean use(String id, Instant until) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Instant before = used.get(id);
      if (before != null && now.isBefore(before)) {
        return false;
      }
      used.remove(id);
      forget(now);
      used.put(id, until);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Makes room: forgets what is at the beginning and over, and the oldest if it is full. */
  private void forget(Instant now) {
    Iterator<Instant> oldest = used.values().iterator();
    while (oldest.hasNext()) {
      boolean over = !now.isBefore(oldest.next());
      if (!over && used.size() < max) {
        return;
      }
      oldest.remove();
    }
  }

  int size() {
    lock.lock();
    try {
      return used.size();
    } finally {
      lock.unlock();
    }
  }
}
