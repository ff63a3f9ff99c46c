/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a feature that lists things. Open.
 *
 * <p>Specification 2026-07-28: schema, ServerCapabilities.
 *
 * @param listChanged whether changes of the list are announced; null if not said
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ListCapability(@Nullable Boolean listChanged, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param listChanged may be null
   * @param other not null
   */
  public ListCapability {
    Objects.requireNonNull(other, "other");
  }
}
