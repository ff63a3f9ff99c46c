/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as numbers that databases order alike. */
final class Micros {
  private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

  private Micros() {}

  /** Counts microseconds since 1970, rounded down; what is too far away is as far as possible. */
  static long of(Instant moment) {
    return moment.isAfter(LAST)
        ? Long.MAX_VALUE
        : Math.multiplyExact(moment.getEpochSecond(), 1_000_000L) + moment.getNano() / 1000;
  }
}
