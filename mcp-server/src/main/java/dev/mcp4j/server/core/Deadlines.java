/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** When the tokens end that subscriptions were opened with. Safe for use by several threads. */
final class Deadlines {
  /** What ends later than that is opened again long before. */
  private static final Duration FOREVER = Duration.ofDays(365);

  private final Ticker ticker;
  private final Clock clock;
  private final long begin;
  private final AtomicLong count = new AtomicLong();
  private final ConcurrentSkipListMap<Deadline, FilteredSubscription> ends =
      new ConcurrentSkipListMap<>(
          Comparator.comparingLong(Deadline::at).thenComparingLong(Deadline::number));
  private final Map<FilteredSubscription, Deadline> deadlines = new ConcurrentHashMap<>();

  /** A time, which several subscriptions may share. */
  private record Deadline(long at, long number) {}

  Deadlines(Ticker ticker, Clock clock) {
    this.ticker = ticker;
    this.clock = clock;
    this.begin = ticker.now();
  }

  /** Notes when a subscription ends, if its caller says so. */
  void add(FilteredSubscription subscription) {
    Instant end = subscription.caller().expiresAt();
    Instant now = clock.instant();
    if (end == null || end.isAfter(now.plus(FOREVER))) {
      return;
    }
    long left = end.isAfter(now) ? Duration.between(now, end).toNanos() : 0;
    Deadline deadline = new Deadline(ticker.now() - begin + left, count.getAndIncrement());
    deadlines.put(subscription, deadline);
    ends.put(deadline, subscription);
  }

  void remove(FilteredSubscription subscription) {
    Deadline deadline = deadlines.remove(subscription);
    if (deadline != null) {
      ends.remove(deadline);
    }
  }

  /** Takes out the subscriptions whose time is over. */
  List<FilteredSubscription> passed(long now) {
    Deadline latest = new Deadline(now - begin, Long.MAX_VALUE);
    List<FilteredSubscription> passed = List.copyOf(ends.headMap(latest).values());
    passed.forEach(this::remove);
    return passed;
  }
}
