/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * How long and by whom a result may be reused.
 *
 * <p>Specification 2026-07-28: server/utilities/caching.
 *
 * @param ttlMs freshness in milliseconds, at least 0; a negative value of a peer counts as 0
 * @param scope who may reuse it
 */
public record CacheHints(long ttlMs, CacheScope scope) {
  /**
   * Checks and copies the components.
   *
   * @param ttlMs raised to 0 if negative
   * @param scope not null
   */
  public CacheHints {
    ttlMs = Math.max(0, ttlMs);
    Objects.requireNonNull(scope, "scope");
  }

  /** Stale at once and private: the default of a server nobody configured. */
  public static final CacheHints NONE = new CacheHints(0, CacheScope.PRIVATE);
}
