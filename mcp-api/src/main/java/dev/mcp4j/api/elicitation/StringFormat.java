/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import org.jspecify.annotations.Nullable;

/**
 * What a text field holds.
 *
 * <p>Specification 2026-07-28: schema, StringSchema.
 */
public enum StringFormat {
  /** An e-mail address. */
  EMAIL("email"),
  /** A URI. */
  URI("uri"),
  /** A date, as in RFC 3339. */
  DATE("date"),
  /** A date and time, as in RFC 3339. */
  DATE_TIME("date-time");

  private final String wireName;

  StringFormat(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the name used in JSON.
   *
   * @return the name, for example {@code "email"}
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
  public static @Nullable StringFormat ofWireName(String wireName) {
    for (StringFormat value : values()) {
      if (value.wireName.equals(wireName)) {
        return value;
      }
    }
    return null;
  }
}
