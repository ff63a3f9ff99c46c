/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Values in headers, as the page of Streamable HTTP encodes them. */
public final class HeaderText {
  private static final String PREFIX = "=?base64?";
  private static final String SUFFIX = "?=";

  private HeaderText() {}

  /**
   * Encodes a value where that is needed.
   *
   * @param value the value
   * @return the text of the header
   */
  public static String encode(String value) {
    return isPlain(value) ? value : base64(value);
  }

  /**
   * Encodes a value whether it is needed or not.
   *
   * @param value the value
   * @return the text of the header
   */
  public static String base64(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return PREFIX + Base64.getEncoder().encodeToString(bytes) + SUFFIX;
  }

  private static boolean isPlain(String value) {
    boolean visible = value.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\t');
    boolean lookalike = value.startsWith(PREFIX) && value.endsWith(SUFFIX);
    return visible && !lookalike && value.equals(value.strip());
  }
}
