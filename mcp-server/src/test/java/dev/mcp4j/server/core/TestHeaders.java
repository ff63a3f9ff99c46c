/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.server.RequestHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Headers as a careful HTTP layer delivers them. */
final class TestHeaders implements RequestHeaders {
  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  TestHeaders with(String name, String value) {
    values.put(name, new ArrayList<>(List.of(value)));
    return this;
  }

  TestHeaders without(String name) {
    values.remove(name);
    return this;
  }

  void add(String name, String value) {
    values.get(name).add(value);
  }

  @Override
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
