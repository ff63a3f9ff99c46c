/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.ArrayList;
import java.util.List;

/**
 * An event of a stream on its way through the proxy.
 *
 * @param fields the lines before its data, for example its id
 * @param data its data, empty if it has none
 */
record ProxyEvent(List<String> fields, String data) {
  ProxyEvent {
    fields = List.copyOf(fields);
  }

  static ProxyEvent of(String data) {
    return new ProxyEvent(List.of(), data);
  }

  String id() {
    return fields.stream()
        .filter(field -> field.startsWith("id:"))
        .map(field -> field.substring(3).strip())
        .findFirst()
        .orElse("");
  }

  ProxyEvent with(String name, String value) {
    List<String> changed = new ArrayList<>(without(name).fields);
    changed.add(name + ": " + value);
    return new ProxyEvent(changed, data);
  }

  ProxyEvent without(String name) {
    return new ProxyEvent(
        fields.stream().filter(field -> !field.startsWith(name + ":")).toList(), data);
  }

  /** Whether it is only there so that the stream can be gone on with. */
  boolean isPriming() {
    return data.isEmpty() && !id().isEmpty();
  }
}
