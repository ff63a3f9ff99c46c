/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/** Words of JSON Schema. */
final class Keywords {

  private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  private Keywords() {}

  /** A number as a parser would make it. */
  static JsonNode number(BigDecimal value) {
    boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    if (whole && value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0) {
      long exact = value.longValueExact();
      return exact == (int) exact ? IntNode.valueOf((int) exact) : LongNode.valueOf(exact);
    }
    return DecimalNode.valueOf(value);
  }

  static String typeName(Leaf.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
