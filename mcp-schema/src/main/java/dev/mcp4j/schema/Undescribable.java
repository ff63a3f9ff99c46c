/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.io.Serial;

/** A type has no schema; says why, and leaves it to the builder to say where. */
final class Undescribable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  Undescribable(String reason) {
    super(reason);
  }

  Undescribable(String reason, Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
