/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How a client asks for its tasks. It asks as often as the server says, within these limits and a
 * little later each time by chance, so that many clients do not ask at once.
 *
 * @param usualInterval how often to ask if the server does not say
 * @param minInterval how often to ask at most
 * @param maxInterval how often to ask at least
 * @param maxFailures how often in a row the server may be out of reach before that is an exception
 */
public record TaskSettings(
    Duration usualInterval, Duration minInterval, Duration maxInterval, int maxFailures) {
  /** Every second unless the server says otherwise, between 20 ms and a minute; 5 failures. */
  public static final TaskSettings DEFAULT =
      new TaskSettings(Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofMinutes(1), 5);

  /**
   * Checks the components.
   *
   * @param usualInterval not null
   * @param minInterval positive
   * @param maxInterval not less than the least
   * @param maxFailures not negative
   * @throws IllegalArgumentException if a number makes no sense
   */
  public TaskSettings {
    Objects.requireNonNull(usualInterval, "usualInterval");
    if (minInterval.isNegative()
        || minInterval.isZero()
        || maxInterval.compareTo(minInterval) < 0
        || maxFailures < 0) {
      throw new IllegalArgumentException(
          "asking every %s to %s with %d failures"
              .formatted(minInterval, maxInterval, maxFailures));
    }
  }
}
