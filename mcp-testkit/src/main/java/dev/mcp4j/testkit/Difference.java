/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import java.util.List;

/** Shows where two texts part, line by line. */
final class Difference {
  private static final int CONTEXT = 3;

  private Difference() {}

  /** The lines from the first that differs to the last, with a few around them. */
  static String between(String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    int common = 0;
    while (common < Math.min(left.size(), right.size())
        && left.get(common).equals(right.get(common))) {
      common++;
    }
    int tail = 0;
    while (tail < Math.min(left.size(), right.size()) - common
        && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
      tail++;
    }
    StringBuilder out = new StringBuilder();
    int from = Math.max(0, common - CONTEXT);
    out.append("@@ line ").append(from + 1).append('\n');
    append(out, "  ", left.subList(from, common));
    append(out, "- ", left.subList(common, left.size() - tail));
    append(out, "+ ", right.subList(common, right.size() - tail));
    int end = left.size() - tail;
    append(out, "  ", left.subList(end, Math.min(left.size(), end + CONTEXT)));
    return out.toString();
  }

  private static void append(StringBuilder out, String mark, List<String> lines) {
    lines.forEach(line -> out.append(mark).append(line).append('\n'));
  }
}
