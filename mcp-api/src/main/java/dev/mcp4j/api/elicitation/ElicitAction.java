/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import org.jspecify.annotations.Nullable;

/**
 * What the user did.
 *
 * <p>Specification 2026-07-28: client/elicitation, Response Actions.
 */
public enum ElicitAction {
  /** The user agreed; a form has content. */
  ACCEPT("accept"),
  /** The user said no. */
  DECLINE("decline"),
  /** The user did not decide. */
  CANCEL("cancel");

  private final String wireName;

  ElicitAction(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "accept"}
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
  public static @Nullable ElicitAction ofWireName(String wireName) {
    for (ElicitAction value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
