/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice of one value, each with a name for display.
 *
 * <p>Specification 2026-07-28: schema, TitledSingleSelectEnumSchema.
 *
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param options the choices
 * @param defaultValue the value if the user gives none; null for none
 */
public record TitledSingleSelectEnumSchema(
    @Nullable String title,
    @Nullable String description,
    List<EnumOption> options,
    @Nullable String defaultValue)
    implements PrimitiveSchemaDefinition {
  /**
   * Checks and copies the components.
   *
   * @param title may be null
   * @param description may be null
   * @param options copied; no null elements
   * @param defaultValue may be null
   */
  public TitledSingleSelectEnumSchema {
    options = List.copyOf(options);
  }
}
