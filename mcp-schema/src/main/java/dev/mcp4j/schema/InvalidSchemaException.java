/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.io.Serial;

/**
 * A JSON value that is no JSON Schema, or one that is refused: because it breaks the rules of its
 * dialect, refers to something outside itself, refers to itself without end, or exceeds a limit.
 *
 * <p>The message names the place and the reason. It holds nothing internal and may be shown to the
 * peer that sent the schema.
 */
public class InvalidSchemaException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Where in the schema, as a JSON pointer. */
  private final String path;

  /** What is wrong there. */
  private final String reason;

  InvalidSchemaException(String path, String reason) {
    super((path.isEmpty() ? "at the root" : JsonText.path(path)) + ": " + reason);
    this.path = path;
    this.reason = reason;
  }

  /**
   * The place in the schema.
   *
   * @return a JSON Pointer, empty for the root
   */
  public String path() {
    return path;
  }

  /**
   * What is wrong there, without the place.
   *
   * @return one sentence without a full stop
   */
  public String reason() {
    return reason;
  }
}
