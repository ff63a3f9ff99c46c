/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.time.Duration;
import java.util.Objects;

/**
 * How far the questions of one request may go.
 *
 * @param rounds how often a request may come back with questions
 * @param stateLifetime how long a client may take for one round
 * @param stateLength how many characters the sealed state may have
 */
public record InputLimits(int rounds, Duration stateLifetime, int stateLength) {
  /** 10 rounds, 10 minutes, 16,384 characters. */
  public static final InputLimits DEFAULTS = new InputLimits(10, Duration.ofMinutes(10), 16 * 1024);

  /**
   * Checks the components.
   *
   * @param rounds at least 1
   * @param stateLifetime positive
   * @param stateLength at least 1024
   * @throws IllegalArgumentException if a limit is too small
   */
  public InputLimits {
    Objects.requireNonNull(stateLifetime, "stateLifetime");
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be at least 1, was " + rounds);
    }
    if (stateLifetime.isNegative() || stateLifetime.isZero()) {
      throw new IllegalArgumentException("stateLifetime must be positive, was " + stateLifetime);
    }
    if (stateLength < 1024) {
      throw new IllegalArgumentException("stateLength must be at least 1024, was " + stateLength);
    }
  }
}
