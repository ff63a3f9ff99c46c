/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hints about who content is for and how much it matters. Open: nothing a peer sends is lost.
 *
 * <p>Specification 2026-07-28: server/resources, Annotations.
 *
 * @param audience who it is for; empty if absent
 * @param priority from 0, optional, to 1, required; null if absent
 * @param lastModified ISO 8601 time of the last change; null if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record Annotations(
    List<Role> audience,
    @Nullable Double priority,
    @Nullable String lastModified,
    JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param audience copied; no null elements
   * @param priority may be null
   * @param lastModified may be null
   * @param other not null
   */
  public Annotations {
    audience = List.copyOf(audience);
    Objects.requireNonNull(other, "other");
  }
}
