/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown, the first column to the left. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String title, String... columns) {
    if (!title.isEmpty()) {
      text.append("### ").append(title).append("\n\n");
    }
    row(List.of(columns));
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      rule.add(i == 0 ? "---" : "---:");
    }
    row(rule);
  }

  void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  @Override
  public String toString() {
    return text + "\n";
  }
}
