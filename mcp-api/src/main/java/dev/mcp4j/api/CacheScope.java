/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import org.jspecify.annotations.Nullable;

/**
 * Who may reuse a cached result.
 *
 * <p>Specification 2026-07-28: server/utilities/caching, Cache Scope Field.
 */
public enum CacheScope {
  /** Any client, gateway or proxy, for any user. */
  PUBLIC("public"),
  /** Only the authorization context that received it. */
  PRIVATE("private");

  private final String wireName;

  CacheScope(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "public"}
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
  public static @Nullable CacheScope ofWireName(String wireName) {
    for (CacheScope value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
