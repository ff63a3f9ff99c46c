/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

/**
 * Which faulty peers a test run takes: always the same one in ten, chosen by name, or every one
 * with {@code -Dconformance.faults=all}, as continuous integration does.
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
}
