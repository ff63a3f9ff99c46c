/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

/**
 * One of the many ways to write the same JSON.
 *
 * @param order how members are ordered: 0 as they are, anything else some other order
 * @param blanks whether there are blanks between tokens
 * @param escapes which characters of strings are written as escapes
 */
public record JsonStyle(int order, boolean blanks, Escapes escapes) {
  /** The usual way. */
  public static final JsonStyle PLAIN = new JsonStyle(0, false, Escapes.NEEDED);

  /** Which characters are written as escapes. */
  public enum Escapes {
    /** Only those that must be. */
    NEEDED,
    /** All that are not ASCII. */
    NOT_ASCII,
    /** Every character, in names and values. */
    ALL
  }

  @Override
  public String toString() {
    return "members in order " + order + (blanks ? ", blanks" : "") + ", escapes " + escapes;
  }
}
