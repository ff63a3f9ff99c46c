/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

/** What a run says about a requirement. */
public enum Status {
  /** It was looked at, and met each time. */
  MET("met"),
  /** It was seen not to be met, again and again. */
  VIOLATED("violated"),
  /** It was seen not to be met once, but not when it was tried again. */
  UNSTABLE("unstable"),
  /** It could have been looked at, but the server gave no occasion. */
  NOT_EXERCISED("not exercised"),
  /** Nothing checks it yet. */
  OPEN("open"),
  /** It cannot be checked from outside. */
  UNSEEN("not checkable");

  private final String text;

  Status(String text) {
    this.text = text;
  }

  /**
   * Returns the status in words.
   *
   * @return for people
   */
  public String text() {
    return text;
  }
}
