/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.demo;

import java.io.PrintStream;

/** Prints what happens so that a stranger can follow it. */
final class Transcript {
  private static final int WIDTH = 100;

  private final PrintStream out;

  Transcript(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    out.printf("%n=== %s%n", title);
  }

  void step(String what) {
    out.printf("%n> %s%n", what);
  }

  void note(String text) {
    text.lines().limit(6).forEach(line -> out.println("  " + shortened(line)));
    long lines = text.lines().count();
    if (lines > 6) {
      out.printf("  ... and %d more%n", lines - 6);
    }
  }

  void question(String message) {
    out.printf("  ? %s  -> yes%n", message);
  }

  private static String shortened(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
