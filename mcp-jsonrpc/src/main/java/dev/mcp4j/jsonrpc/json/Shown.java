/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

/** Shows what a peer sent where it can do no harm in a log or a terminal, and shortly. */
final class Shown {
  private static final int MAX_VALUE = 40;
  private static final int MAX_PATH_END = 100;

  private Shown() {}

  /** Returns a scalar as it is, or something else in its place. */
  static String value(String text, String otherwise) {
    boolean harmless =
        text.length() <= MAX_VALUE && text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return harmless ? text : otherwise;
  }

  /** Returns a JSON pointer, whose names are the peer's, without its middle if it is long. */
  static String path(String pointer) {
    String path =
        pointer.length() <= 2 * MAX_PATH_END
            ? pointer
            : pointer.substring(0, MAX_PATH_END)
                + "..."
                + pointer.substring(pointer.length() - MAX_PATH_END);
    StringBuilder shown = new StringBuilder(path.length());
    path.chars().forEach(c -> shown.append(isHarmless(c) ? (char) c : '?'));
    return shown.toString();
  }

  private static boolean isHarmless(int c) {
    return (c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
  }
}
