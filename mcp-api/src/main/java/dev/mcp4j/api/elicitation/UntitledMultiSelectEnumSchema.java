/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of several values.
 *
 * <p>Specification 2026-07-28: schema, UntitledMultiSelectEnumSchema.
 *
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param values the values
 * @param minItems the least number of choices; null for no bound
 * @param maxItems the greatest number of choices; null for no bound
 * @param defaultValues the values if the user gives none; empty for none
 */
public record UntitledMultiSelectEnumSchema(
    @Nullable String title,
    @Nullable String description,
    List<String> values,
    @Nullable Integer minItems,
    @Nullable Integer maxItems,
    List<String> defaultValues)
    implements PrimitiveSchemaDefinition {
  /**
   * Checks and copies the components.
   *
   * @param title may be null
   * @param description may be null
   * @param values copied; no null elements
   * @param minItems may be null
   * @param maxItems may be null
   * @param defaultValues copied; no null elements
   */
  public UntitledMultiSelectEnumSchema {
    values = List.copyOf(values);
    defaultValues = List.copyOf(defaultValues);
  }
}
