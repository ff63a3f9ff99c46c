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

  /** A server that wants to be asked again at once, and again, is not to keep the client busy. */
  private static final Duration MIN_DELAY = Duration.ofMillis(100);

  private static final Duration MAX_RETRY = Duration.ofHours(1);

  private volatile @Nullable String lastEventId;
  private volatile Duration retry = DEFAULT_RETRY;

  @Nullable String lastEventId() {
    return lastEventId;
  }

  /** Takes note of the last event. An id that no header can carry is as good as none. */
  void advance(@Nullable String eventId) {
    if (eventId != null) {
      boolean usable = !eventId.isEmpty() && eventId.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
      lastEventId = usable ? eventId : null;
    }
  }

  void retryAfter(Duration delay) {
    retry = delay.compareTo(MAX_RETRY) < 0 ? delay : MAX_RETRY;
  }

  /** What the server asked for, and twice as long for each attempt that has failed since. */
  Duration delay(int failures) {
    Duration delay = retry;
    for (int i = 0; i < failures && delay.compareTo(MAX_DELAY) < 0; i++) {
      Duration doubled = delay.isZero() ? DEFAULT_RETRY : delay.multipliedBy(2);
      delay = doubled.compareTo(MAX_DELAY) < 0 ? doubled : MAX_DELAY;
    }
    return delay.compareTo(MIN_DELAY) < 0 ? MIN_DELAY : delay;
  }
}
