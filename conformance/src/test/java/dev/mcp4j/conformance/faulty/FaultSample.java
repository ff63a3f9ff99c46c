/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which faulty peers, and lawful ones, a test run takes: always the same one in ten, chosen by
 * name, or every one with {@code -Dconformance.faults=all}, as continuous integration does.
 */
final class FaultSample {
  private static final int ONE_IN = 10;

  private FaultSample() {}

  static boolean takesAll() {
    return "all".equals(System.getProperty("conformance.faults"));
  }

  static boolean takes(Object fault) {
    return takesAll() || Math.floorMod(fault.toString().hashCode(), ONE_IN) == 0;
  }

  /** The same of a list that may be too short for one in ten: at least one. */
  static <T> Stream<T> of(Stream<T> faults) {
    List<T> all = faults.toList();
    List<T> taken = all.stream().filter(FaultSample::takes).toList();
    return taken.isEmpty() ? all.stream().limit(1) : taken.stream();
  }
}
