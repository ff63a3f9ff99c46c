/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import java.time.Instant;

/**
 * Remembers what may be used once. One that several instances share sees what was used at another.
 *
 * <p>Implementations are safe for use by several threads. Of two calls with the same id at most one
 * returns true.
 */
@FunctionalInterface
public interface ReplayCache {
  /**
   * Uses something. May block.
   *
   * @param id what is used; short, of visible ASCII, and without secrets
   * @param until how long it must be remembered
   * @return true if it was not used before
   */
  boolean use(String id, Instant until);
}
