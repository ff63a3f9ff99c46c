/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Keeps away from the validator what would hurt it or what no other implementation could read:
 * numbers outside the range of a {@code double} (RFC 7493, section 2.2) or with thousands of
 * decimal places, whose comparison alone may fill the memory, and endless nesting.
 */
final class InstanceGuard {

  private static final BigDecimal GREATEST = new BigDecimal(Double.MAX_VALUE);
  private static final int MAX_SCALE = 2_000;
  private static final int MAX_DEPTH = 500;

  private InstanceGuard() {}

  static List<Violation> check(JsonNode value) {
    StringBuilder path = new StringBuilder();
    String fault = fault(value, path, 1);
    return fault.isEmpty()
        ? List.of()
        : List.of(new Violation(path.toString(), Violation.LIMIT, fault));
  }

  /** The first fault, or an empty text. The path leads to the fault when there is one. */
  private static String fault(JsonNode value, StringBuilder path, int depth) {
    if (depth > MAX_DEPTH) {
      return "the value is nested deeper than " + MAX_DEPTH + " levels";
    }
    if (value.isNumber()) {
      return isReadable(value) ? "" : "the number is beyond the range or precision of a double";
    }
    int length = path.length();
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        JsonPointers.append(path, member.getKey());
        String fault = fault(member.getValue(), path, depth + 1);
        if (!fault.isEmpty()) {
          return fault;
        }
        path.setLength(length);
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        path.append('/').append(i);
        String fault = fault(value.get(i), path, depth + 1);
        if (!fault.isEmpty()) {
          return fault;
        }
        path.setLength(length);
      }
    }
    return "";
  }

  /** Tells that a number is one every implementation can read. */
  static boolean isReadable(JsonNode number) {
    if (number.isInt() || number.isLong() || number.isShort()) {
      return true;
    }
    if (number.isDouble() || number.isFloat()) {
      return Double.isFinite(number.doubleValue());
    }
    BigDecimal exact = number.decimalValue();
    return exact.scale() <= MAX_SCALE && exact.abs().compareTo(GREATEST) <= 0;
  }
}
