/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How a subscription is opened again after it has ended without being closed. Delays double from
 * the first to the longest, and each is cut by a random part of up to a half, so that many clients
 * do not come back at once. A subscription that lasts begins with the first delay again.
 *
 * @param initialDelay the first delay
 * @param maxDelay the longest delay
 * @param maxFailures how many attempts in a row may fail before the subscription is given up; 0 to
 *     never open it again
 */
public record RelistenPolicy(Duration initialDelay, Duration maxDelay, int maxFailures) {
  /**
   * Checks the components.
   *
   * @param initialDelay more than zero
   * @param maxDelay at least the first delay
   * @param maxFailures not negative
   * @throws IllegalArgumentException if one is out of its range
   */
  public RelistenPolicy {
    Objects.requireNonNull(maxDelay, "maxDelay");
    if (initialDelay.isNegative() || initialDelay.isZero()) {
      throw new IllegalArgumentException("the first delay must be more than zero");
    }
    if (maxDelay.compareTo(initialDelay) < 0) {
      throw new IllegalArgumentException("the longest delay must be at least the first");
    }
    if (maxFailures < 0) {
      throw new IllegalArgumentException("the number of failures must not be negative");
    }
  }

  /** Half a second, 30 seconds, 20 attempts: about nine minutes without the server. */
  public static final RelistenPolicy DEFAULT =
      new RelistenPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), 20);

  /**
   * Returns a delay.
   *
   * @param attempt how many subscriptions in a row did not last or could not be opened, 0 or more
   * @param random at least 0 and less than 1
   * @return the delay
   */
  public Duration delay(int attempt, double random) {
    int doublings = Math.min(Math.max(0, attempt), 30);
    Duration doubled = initialDelay.multipliedBy(1L << doublings);
    Duration full = doubled.compareTo(maxDelay) < 0 ? doubled : maxDelay;
    return Duration.ofNanos((long) (full.toNanos() * (1 - random / 2)));
  }
}
