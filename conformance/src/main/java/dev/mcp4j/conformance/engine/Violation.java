/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

/** A requirement is not met. */
public final class Violation extends AssertionError {
  private static final long serialVersionUID = 1;

  private final String requirement;
  private final String expected;
  private final String actual;

  Violation(String requirement, String expected, String actual) {
    super(requirement + ": expected " + expected + ", but got " + actual);
    this.requirement = requirement;
    this.expected = expected;
    this.actual = actual;
  }

  String requirement() {
    return requirement;
  }

  String expected() {
    return expected;
  }

  String actual() {
    return actual;
  }
}
