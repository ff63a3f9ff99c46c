/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

/** One of the two that speak to each other. */
public enum Side {
  /** Who asks. */
  CLIENT("client", ">"),
  /** Who is asked. */
  SERVER("server", "<");

  private final String label;
  private final String arrow;

  Side(String label, String arrow) {
    this.label = label;
    this.arrow = arrow;
  }

  /** The mark of what this side said, in a transcript. */
  String arrow() {
    return arrow;
  }

  /**
   * Returns the word for it.
   *
   * @return {@code client} or {@code server}
   */
  @Override
  public String toString() {
    return label;
  }
}
