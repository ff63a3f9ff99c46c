/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hint at a model by a part of its name. Open.
 *
 * <p>Specification 2026-07-28: client/sampling, Model Preferences.
 *
 * @param name the part of the name; null if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ModelHint(@Nullable String name, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param name may be null
   * @param other not null
   */
  public ModelHint {
    Objects.requireNonNull(other, "other");
  }
}
