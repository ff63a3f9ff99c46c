/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * A reference of a type this version does not know, kept as it came.
 *
 * @param json the whole object
 */
public record UnrecognizedReference(JsonObject json) implements Reference {
  /**
   * Checks and copies the components.
   *
   * @param json not null
   */
  public UnrecognizedReference {
    Objects.requireNonNull(json, "json");
  }
}
