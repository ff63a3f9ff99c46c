/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.interop;

import java.io.PrintStream;

/** Runs steps, tells of each on a line of its own, and remembers whether one failed. */
final class Steps {
  private final PrintStream out;
  private boolean failed;

  Steps(PrintStream out) {
    this.out = out;
  }

  /** Something that works if it throws nothing. */
  interface Step {
    void run() throws Exception;
  }

  void step(String name, Step step) {
    try {
      step.run();
      out.println("ok      " + name);
    } catch (Exception | AssertionError e) {
      failed = true;
      out.println("FAILED  " + name + ": " + e);
    }
  }

  void skip(String name, String reason) {
    out.println("skipped " + name + ": " + reason);
  }

  boolean failed() {
    return failed;
  }

  static void check(boolean holds, Object actual) {
    if (!holds) {
      throw new AssertionError("unexpected: " + actual);
    }
  }
}
