/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of an HTTP request. Names are compared without regard to case. */
@FunctionalInterface
public interface RequestHeaders {
  /**
   * Returns every value of a header, in the order received.
   *
   * @param name the name, in any case
   * @return the values, empty if the header is absent
   */
  List<String> all(String name);

  /**
   * Returns the first value of a header.
   *
   * @param name the name, in any case
   * @return the value, or null if the header is absent
   */
  default @Nullable String first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /**
   * Tells whether the HTTP engine hands over tabs in values as spaces, as the JDK's does. What the
   * headers repeat is then compared with that in mind.
   *
   * @return true if it does; false by default
   */
  default boolean tabsAreSpaces() {
    return false;
  }
}
