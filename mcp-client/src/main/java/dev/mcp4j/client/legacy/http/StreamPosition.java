/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a stream was read, and how soon the server wants to be asked for more. */
final class StreamPosition {
  private static final Duration DEFAULT_RETRY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(30);

  private volatile @Nullable String lastEventId;
  private volatile Duration retry = DEFAULT_RETRY;

  @Nullable String lastEventId() {
    return lastEventId;
  }

  void advance(@Nullable String eventId) {
    if (eventId != null) {
      lastEventId = eventId;
    }
  }

  void retryAfter(Duration delay) {
    retry = delay;
  }

  /** What the server asked for, and twice as long for each attempt that has failed since. */
  Duration delay(int failures) {
    Duration delay = retry;
    for (int i = 0; i < failures && delay.compareTo(MAX_DELAY) < 0; i++) {
      Duration doubled = delay.isZero() ? DEFAULT_RETRY : delay.multipliedBy(2);
      delay = doubled.compareTo(MAX_DELAY) < 0 ? doubled : MAX_DELAY;
    }
    return delay;
  }
}
