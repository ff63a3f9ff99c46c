/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters in the choice of a model, each from 0 to 1.
 *
 * <p>Specification 2026-07-28: client/sampling, Model Preferences.
 *
 * @param hints hints, best first; empty if absent
 * @param costPriority how much low cost matters; null if not said
 * @param speedPriority how much speed matters; null if not said
 * @param intelligencePriority how much capability matters; null if not said
 */
public record ModelPreferences(
    List<ModelHint> hints,
    @Nullable Double costPriority,
    @Nullable Double speedPriority,
    @Nullable Double intelligencePriority) {
  /**
   * Checks and copies the components.
   *
   * @param hints copied; no null elements
   * @param costPriority may be null
   * @param speedPriority may be null
   * @param intelligencePriority may be null
   */
  public ModelPreferences {
    hints = List.copyOf(hints);
  }
}
