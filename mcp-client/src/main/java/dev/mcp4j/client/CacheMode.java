/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

/** What a call does about results that were received before. */
public enum CacheMode {
  /** Takes a result that is still fresh, and keeps what it fetches. */
  USE,
  /** Fetches in any case, and keeps what it fetches. */
  REFRESH,
  /** Fetches in any case, and keeps nothing. */
  BYPASS
}
