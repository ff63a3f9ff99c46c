/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * Contents of a kind this version does not know, kept as they came.
 *
 * @param json the whole object
 */
public record UnrecognizedResourceContents(JsonObject json) implements ResourceContents {
  /**
   * Checks and copies the components.
   *
   * @param json not null
   */
  public UnrecognizedResourceContents {
    Objects.requireNonNull(json, "json");
  }
}
