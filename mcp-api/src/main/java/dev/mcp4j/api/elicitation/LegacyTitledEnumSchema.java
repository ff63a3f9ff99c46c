/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of one value in the deprecated form with parallel lists.
 *
 * <p>Specification 2026-07-28: schema, LegacyTitledEnumSchema.
 *
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param values the values
 * @param names names for display in the order of the values; empty if absent
 * @param defaultValue the value if the user gives none; null for none
 */
public record LegacyTitledEnumSchema(
    @Nullable String title,
    @Nullable String description,
    List<String> values,
    List<String> names,
    @Nullable String defaultValue)
    implements PrimitiveSchemaDefinition {
  /**
   * Checks and copies the components.
   *
   * @param title may be null
   * @param description may be null
   * @param values copied; no null elements
   * @param names copied; no null elements
   * @param defaultValue may be null
   */
  public LegacyTitledEnumSchema {
    values = List.copyOf(values);
    names = List.copyOf(names);
  }
}
