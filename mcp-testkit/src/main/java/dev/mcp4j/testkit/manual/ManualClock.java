/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock that stands still until a test advances it. What is to happen later in a test waits for
 * it instead of sleeping. Safe for use by several threads.
 */
public final class ManualClock extends Clock {
  private final ZoneId zone;
  private final Time time;

  /** What the views of one clock in several zones share. */
  private static final class Time {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    final List<Instant> awaited = new ArrayList<>();
    Instant now;

    Time(Instant now) {
      this.now = now;
    }
  }

  private ManualClock(ZoneId zone, Time time) {
    this.zone = zone;
    this.time = time;
  }

  /**
   * Makes a clock.
   *
   * @param now what it shows
   * @return the clock, in UTC
   */
  public static ManualClock at(Instant now) {
    return new ManualClock(ZoneOffset.UTC, new Time(Objects.requireNonNull(now, "now")));
  }

  /**
   * Makes a clock that shows the first moment of the year 2026. Short for {@code
   * at(Instant.parse("2026-01-01T00:00:00Z"))}.
   *
   * @return the clock, in UTC
   */
  public static ManualClock create() {
    return at(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Override
  public Instant instant() {
    time.lock.lock();
    try {
      return time.now;
    } finally {
      time.lock.unlock();
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new ManualClock(Objects.requireNonNull(zone, "zone"), time);
  }

  /**
   * Moves the clock on and wakes up whoever waited for that.
   *
   * @param by how far, not negative
   * @throws IllegalArgumentException if the time is negative
   */
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("a clock does not go back: " + by);
    }
    time.lock.lock();
    try {
      time.now = time.now.plus(by);
      time.awaited.removeIf(moment -> !moment.isAfter(time.now));
      time.changed.signalAll();
    } finally {
      time.lock.unlock();
    }
  }

  /**
   * Waits until the clock shows a moment.
   *
   * @param moment the moment, which may be over
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void await(Instant moment) throws InterruptedException {
    time.lock.lockInterruptibly();
    try {
      if (!time.now.isBefore(moment)) {
        return;
      }
      time.awaited.add(moment);
      time.changed.signalAll();
      while (time.now.isBefore(moment)) {
        time.changed.await();
      }
    } catch (InterruptedException e) {
      time.awaited.remove(moment);
      throw e;
    } finally {
      time.lock.unlock();
    }
  }

  /**
   * Waits until as many threads wait for this clock, so that advancing it finds them there. Those
   * whose moment has come do not count any more, even if they have not gone on yet.
   *
   * @param threads how many
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void awaitWaiting(int threads) throws InterruptedException {
    time.lock.lockInterruptibly();
    try {
      while (time.awaited.size() < threads) {
        time.changed.await();
      }
    } finally {
      time.lock.unlock();
    }
  }
}
