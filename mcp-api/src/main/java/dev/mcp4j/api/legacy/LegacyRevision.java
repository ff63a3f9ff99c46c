/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/** A revision with a handshake. The order of the constants is that of time. */
public enum LegacyRevision {
  /** The first revision. */
  V2024_11_05(ProtocolVersion.V2024_11_05),
  /** The revision that brought Streamable HTTP, audio, tool annotations and batches. */
  V2025_03_26(ProtocolVersion.V2025_03_26),
  /** The revision that brought elicitation, structured results and titles, without batches. */
  V2025_06_18(ProtocolVersion.V2025_06_18),
  /** The revision that brought icons, elicitation by URL, sampling with tools, and polling. */
  V2025_11_25(ProtocolVersion.V2025_11_25);

  /** The newest of them. */
  public static final LegacyRevision LATEST = V2025_11_25;

  private final String wireName;

  LegacyRevision(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in messages.
   *
   * @return a date, for example {@code "2025-11-25"}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds the constant of a name used in messages.
   *
   * @param wireName the name, compared exactly
   * @return the constant, or null if no revision with a handshake has that name
   */
  public static @Nullable LegacyRevision ofWireName(String wireName) {
    for (LegacyRevision value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }

  /**
   * Tells whether this revision has what came with another one.
   *
   * @param other the revision it came with
   * @return true if this is that revision or a later one
   */
  public boolean isAtLeast(LegacyRevision other) {
    return compareTo(other) >= 0;
  }

  /**
   * Tells whether messages may come as a JSON array.
   *
   * @return true for 2025-03-26 only
   */
  public boolean hasBatches() {
    return this == V2025_03_26;
  }
}
