/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Repeated measurements of one thing. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  void add(long value) {
    values.add((double) value);
  }

  double median() {
    List<Double> sorted = sorted();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  String median(String format) {
    return values.isEmpty() ? "" : text(format, median());
  }

  /** Median, and the range in brackets. */
  String spread(String format) {
    if (values.isEmpty()) {
      return "";
    }
    List<Double> sorted = sorted();
    return "%s (%s-%s)"
        .formatted(
            text(format, median()),
            text(format, sorted.get(0)),
            text(format, sorted.get(sorted.size() - 1)));
  }

  private List<Double> sorted() {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
