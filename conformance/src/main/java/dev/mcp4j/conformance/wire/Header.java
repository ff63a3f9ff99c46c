/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.util.List;
import java.util.Optional;

/**
 * One header line of HTTP.
 *
 * @param name the name, as it is spelled
 * @param value the value; one character for each byte
 */
public record Header(String name, String value) {
  /**
   * Finds the first header of a name.
   *
   * @param headers where to look
   * @param name the name in any spelling
   * @return its value
   */
  public static Optional<String> find(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name.equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
