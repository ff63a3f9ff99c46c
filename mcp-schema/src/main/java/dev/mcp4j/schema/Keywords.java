/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Locale;

/** Words of JSON Schema. */
final class Keywords {

  private Keywords() {}

  static String typeName(Leaf.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
