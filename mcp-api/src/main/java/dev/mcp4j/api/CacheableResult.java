/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import org.jspecify.annotations.Nullable;

/**
 * A result that says how long it may be reused.
 *
 * <p>Specification 2026-07-28: server/utilities/caching.
 */
public interface CacheableResult extends Result {
  /**
   * Returns the caching hints.
   *
   * @return the hints, or null where the peer gave none, as servers of older revisions do
   */
  @Nullable CacheHints cacheHints();

  /**
   * Makes a copy with other caching hints.
   *
   * @param cacheHints the hints of the copy
   * @return the copy
   */
  CacheableResult withCacheHints(CacheHints cacheHints);
}
