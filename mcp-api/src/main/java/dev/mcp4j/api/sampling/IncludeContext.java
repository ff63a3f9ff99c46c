/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import org.jspecify.annotations.Nullable;

/**
 * Which context the client should add. Deprecated by the specification except for {@link #NONE}.
 *
 * <p>Specification 2026-07-28: schema, CreateMessageRequestParams.
 */
public enum IncludeContext {
  /** None. */
  NONE("none"),
  /** That of the asking server. */
  THIS_SERVER("thisServer"),
  /** That of all servers. */
  ALL_SERVERS("allServers");

  private final String wireName;

  IncludeContext(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "none"}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Finds the constant of a name used in JSON.
   *
   * @param wireName the name, compared exactly
   * @return the constant, or null if there is none of that name
   */
  public static @Nullable IncludeContext ofWireName(String wireName) {
    for (IncludeContext value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
