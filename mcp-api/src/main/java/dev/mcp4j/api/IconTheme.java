/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import org.jspecify.annotations.Nullable;

/**
 * The background an icon is made for.
 *
 * <p>Specification 2026-07-28: schema, Icon.
 */
public enum IconTheme {
  /** A light background. */
  LIGHT("light"),
  /** A dark background. */
  DARK("dark");

  private final String wireName;

  IconTheme(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "light"}
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
  public static @Nullable IconTheme ofWireName(String wireName) {
    for (IconTheme value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
