/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

/**
 * How much a schema and a validation may cost. What exceeds a limit is refused, never cut short
 * silently.
 *
 * @param depth how deep the JSON of a schema may be nested, at least 1
 * @param nodes how many JSON values a schema may consist of, at least 1
 * @param patternLength how many characters a regular expression may have, at least 1
 * @param violations how many violations one validation reports at most, at least 1; further ones
 *     are left out
 * @param steps how many keywords one validation may evaluate, at least 1
 * @param matcherSteps how many characters the regular expressions of one validation may look at, at
 *     least 1
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic#composition-keyword-resource-use">Composition-keyword
 *     resource use</a>
 */
public record SchemaLimits(
    int depth, int nodes, int patternLength, int violations, long steps, long matcherSteps) {

  /**
   * Depth 100, 20,000 nodes, patterns of 2,000 characters, 20 violations, 10,000,000 steps (a
   * second or so, and enough for 4 MiB of small numbers), 50,000,000 matcher steps.
   */
  public static final SchemaLimits DEFAULTS =
      new SchemaLimits(100, 20_000, 2_000, 20, 10_000_000, 50_000_000);

  /**
   * Checks the components.
   *
   * @param depth at least 1
   * @param nodes at least 1
   * @param patternLength at least 1
   * @param violations at least 1
   * @param steps at least 1
   * @param matcherSteps at least 1
   * @throws IllegalArgumentException if one is less than 1
   */
  public SchemaLimits {
    if (depth < 1
        || nodes < 1
        || patternLength < 1
        || violations < 1
        || steps < 1
        || matcherSteps < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
