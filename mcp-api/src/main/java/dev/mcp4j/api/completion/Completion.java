/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suggested values.
 *
 * <p>Specification 2026-07-28: server/utilities/completion.
 *
 * @param values at most 100 values, best first
 * @param total how many there are in all; null if unknown
 * @param hasMore whether there are more than these; null if unknown
 */
public record Completion(List<String> values, @Nullable Integer total, @Nullable Boolean hasMore) {
  /**
   * Checks and copies the components.
   *
   * @param values copied; no null elements
   * @param total may be null
   * @param hasMore may be null
   */
  public Completion {
    values = List.copyOf(values);
  }

  /** The most values one answer may carry. */
  public static final int MAX_VALUES = 100;

  /** No suggestions. */
  public static final Completion NONE = new Completion(List.of(), null, null);
}
