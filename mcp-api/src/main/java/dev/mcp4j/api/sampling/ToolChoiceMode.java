/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import org.jspecify.annotations.Nullable;

/**
 * Whether the model may use tools.
 *
 * <p>Specification 2026-07-28: schema, ToolChoice.
 */
public enum ToolChoiceMode {
  /** The model decides. */
  AUTO("auto"),
  /** The model must use at least one. */
  REQUIRED("required"),
  /** The model must not. */
  NONE("none");

  private final String wireName;

  ToolChoiceMode(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "auto"}
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
  public static @Nullable ToolChoiceMode ofWireName(String wireName) {
    for (ToolChoiceMode value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
