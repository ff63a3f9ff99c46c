/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

/**
 * Colours for terminals.
 *
 * @param on whether there are any
 */
public record Paint(boolean on) {
  /** No colours. */
  public static final Paint NONE = new Paint(false);

  String red(String text) {
    return wrap(text, "1;31");
  }

  String yellow(String text) {
    return wrap(text, "1;33");
  }

  String bold(String text) {
    return wrap(text, "1");
  }

  String faint(String text) {
    return wrap(text, "2");
  }

  private String wrap(String text, String code) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
