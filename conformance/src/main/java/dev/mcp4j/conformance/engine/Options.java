/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.time.Duration;

/**
 * How hard to try.
 *
 * @param seed where all randomness comes from
 * @param tries how many tries each property has
 * @param time after how long the rest is done in a hurry
 * @param propertyTime how long one property may take
 */
public record Options(long seed, int tries, Duration time, Duration propertyTime) {
  /**
   * Returns the defaults.
   *
   * @param seed the seed
   * @return 20 tries, two minutes, ten seconds for a property
   */
  public static Options defaults(long seed) {
    return new Options(seed, 20, Duration.ofMinutes(2), Duration.ofSeconds(10));
  }

  /**
   * Changes the number of tries.
   *
   * @param tries how many tries each property has
   * @return the changed options
   */
  public Options withTries(int tries) {
    return new Options(seed, tries, time, propertyTime);
  }

  /**
   * Changes how long a property may take.
   *
   * @param propertyTime how long; shrinking may take as long again
   * @return the changed options
   */
  public Options withPropertyTime(Duration propertyTime) {
    return new Options(seed, tries, time, propertyTime);
  }
}
