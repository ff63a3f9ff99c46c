/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * A field of a kind this version does not know, kept as it came.
 *
 * @param json the whole schema
 */
public record UnrecognizedSchemaDefinition(JsonObject json) implements PrimitiveSchemaDefinition {
  /**
   * Checks and copies the components.
   *
   * @param json not null
   */
  public UnrecognizedSchemaDefinition {
    Objects.requireNonNull(json, "json");
  }
}
