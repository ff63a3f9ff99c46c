/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a client caches of what the server says may be cached.
 *
 * <p>Specification 2026-07-28: server/utilities/caching.
 *
 * @param maxEntries how many results are kept; 0 to keep none
 * @param maxBytes how much memory they may take, roughly
 * @param maxTtl how long a result is taken for fresh, whatever the server says
 */
public record CacheSettings(int maxEntries, long maxBytes, Duration maxTtl) {
  /**
   * Checks the components.
   *
   * @param maxEntries not negative
   * @param maxBytes not negative
   * @param maxTtl not negative, at most 3,650 days
   * @throws IllegalArgumentException if one is negative or the time is too long
   */
  public CacheSettings {
    Objects.requireNonNull(maxTtl, "maxTtl");
    if (maxEntries < 0 || maxBytes < 0 || maxTtl.isNegative()) {
      throw new IllegalArgumentException("cache settings must not be negative");
    }
    if (maxTtl.toDays() > 3_650) {
      throw new IllegalArgumentException("results cannot stay fresh for more than 3,650 days");
    }
  }

  /** 500 results, 16 MiB, one day. */
  public static final CacheSettings DEFAULT = new CacheSettings(500, 16L << 20, Duration.ofDays(1));

  /** Nothing is kept. */
  public static final CacheSettings OFF = new CacheSettings(0, 0, Duration.ZERO);
}
