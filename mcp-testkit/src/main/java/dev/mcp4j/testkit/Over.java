/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

/** A way to connect a client to a server under test. */
public enum Over {
  /** Pipes within this process, see {@link InMemory}. */
  IN_MEMORY("in memory"),
  /** The standard streams of a child process. */
  STDIO("over stdio"),
  /** HTTP on a free port of this machine. */
  HTTP("over HTTP");

  private final String words;

  Over(String words) {
    this.words = words;
  }

  /**
   * Returns how it reads in the name of a test.
   *
   * @return a few words
   */
  @Override
  public String toString() {
    return words;
  }
}
