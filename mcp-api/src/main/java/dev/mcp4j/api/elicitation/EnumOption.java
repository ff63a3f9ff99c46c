/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.util.Objects;

/**
 * A choice with a name for display.
 *
 * <p>Specification 2026-07-28: schema, TitledSingleSelectEnumSchema.
 *
 * @param value the value, {@code const} on the wire
 * @param title the name for display
 */
public record EnumOption(String value, String title) {
  /**
   * Checks and copies the components.
   *
   * @param value not null
   * @param title not null
   */
  public EnumOption {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(title, "title");
  }
}
