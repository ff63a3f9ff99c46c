/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/** A revision of the protocol that has a catalogue. */
public enum Revision {
  /** The stateless protocol. */
  V2026_07_28("2026-07-28"),
  /** The last revision with a handshake. */
  V2025_11_25("2025-11-25");

  private final String text;

  Revision(String text) {
    this.text = text;
  }

  /**
   * Returns the revision as it stands in messages.
   *
   * @return for example {@code 2026-07-28}
   */
  public String text() {
    return text;
  }

  /**
   * Finds a revision.
   *
   * @param text the revision as it stands in messages
   * @return the revision, empty if it has no catalogue
   */
  public static Optional<Revision> of(String text) {
    return Stream.of(values()).filter(revision -> revision.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
