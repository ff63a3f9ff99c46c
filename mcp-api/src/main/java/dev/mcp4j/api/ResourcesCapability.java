/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of resources. Open.
 *
 * <p>Specification 2026-07-28: server/resources, Capabilities.
 *
 * @param subscribe whether updates of single resources are announced; null if not said
 * @param listChanged whether changes of the list are announced; null if not said
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ResourcesCapability(
    @Nullable Boolean subscribe, @Nullable Boolean listChanged, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param subscribe may be null
   * @param listChanged may be null
   * @param other not null
   */
  public ResourcesCapability {
    Objects.requireNonNull(other, "other");
  }
}
