/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.wire.Transcript;

/**
 * A requirement that was seen not to be met.
 *
 * @param requirement its id
 * @param property where it was seen
 * @param expected what should have come
 * @param actual what came instead
 * @param sample the generated values, for people; empty if there are none
 * @param transcript the smallest exchange that shows it
 * @param seen how often it was seen
 * @param tried how often it was looked for, to tell whether it is stable
 */
public record Finding(
    String requirement,
    String property,
    String expected,
    String actual,
    String sample,
    Transcript transcript,
    int seen,
    int tried) {
  /**
   * Tells whether it was seen more than once, after it was tried again.
   *
   * @return false if it may be an accident
   */
  public boolean isStable() {
    return seen > 1;
  }
}
