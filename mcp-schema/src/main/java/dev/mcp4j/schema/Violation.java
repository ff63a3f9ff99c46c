/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

/**
 * One way in which a JSON value does not satisfy a schema.
 *
 * @param path the place in the value, a JSON Pointer, empty for the value as a whole
 * @param keyword the keyword of the schema that was not satisfied, such as {@code required}; {@code
 *     limit} if the validation was given up because it exceeded a limit
 * @param message what was expected and what was found, in English, without the place
 */
public record Violation(String path, String keyword, String message) {

  /** The keyword of a validation that was given up. */
  static final String LIMIT = "limit";

  /** The place and the message, for people and models to read. */
  @Override
  public String toString() {
    return path.isEmpty() ? message : JsonText.path(path) + ": " + message;
  }
}
