/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** JSON being written. Absent members are left out. */
final class JsonOutput {
  private static final @Nullable String[] NO_NAMES = {};
  private static final int USUAL_NAMES = 16;

  private final JsonGenerator generator;

  /** The members so far of each object being written, outermost first, with null before each. */
  private @Nullable String[] names = NO_NAMES;

  private int nameCount;

  JsonOutput(JsonGenerator generator) {
    this.generator = generator;
  }

  JsonGenerator generator() {
    return generator;
  }

  void startObject() {
    generator.writeStartObject();
    push(null);
  }

  void endObject() {
    nameCount = startOfNames() - 1;
    generator.writeEndObject();
  }

  /** Writes the name of a component. */
  void name(String name) {
    push(name);
    generator.writeName(name);
  }

  /** Writes a name that may be anything. */
  private void key(String key) {
    push(key);
    TreeWriter.name(generator, key);
  }

  private void push(@Nullable String name) {
    if (nameCount == names.length) {
      names = Arrays.copyOf(names, Math.max(USUAL_NAMES, 2 * nameCount));
    }
    names[nameCount++] = name;
  }

  void string(String value) {
    generator.writeString(value);
  }

  void tree(JsonNode value) {
    TreeWriter.write(generator, value);
  }

  /** Writes a member, unless it is absent. */
  <T> void member(String name, JsonType<T> type, @Nullable T value) {
    if (value != null) {
      name(name);
      type.write(this, value);
    }
  }

  void member(String name, String value) {
    name(name);
    string(value);
  }

  /** Writes a member, unless it has the value that stands for its absence. */
  <T> void optional(String name, JsonType<T> type, T value, T absent) {
    // Most are the very constant, and to link the method of a record takes long at the start.
    if (value != absent && !value.equals(absent)) {
      member(name, type, value);
    }
  }

  <T> void list(String name, JsonType<T> type, List<? extends T> values) {
    name(name);
    list(type, values);
  }

  <T> void list(JsonType<T> type, List<? extends T> values) {
    generator.writeStartArray();
    for (T value : values) {
      type.write(this, value);
    }
    generator.writeEndArray();
  }

  <T> void optionalList(String name, JsonType<T> type, List<? extends T> values) {
    if (!values.isEmpty()) {
      list(name, type, values);
    }
  }

  <T> void map(String name, JsonType<T> type, Map<String, ? extends T> values) {
    name(name);
    startObject();
    values.forEach(
        (key, value) -> {
          key(key);
          type.write(this, value);
        });
    endObject();
  }

  <T> void optionalMap(String name, JsonType<T> type, Map<String, ? extends T> values) {
    if (!values.isEmpty()) {
      map(name, type, values);
    }
  }

  /** Writes what an open type keeps beside its components, which win over members of their name. */
  void others(JsonObject others) {
    for (Map.Entry<String, JsonNode> member : others.node().properties()) {
      if (!isWritten(member.getKey())) {
        key(member.getKey());
        tree(member.getValue());
      }
    }
  }

  private boolean isWritten(String name) {
    for (int i = startOfNames(); i < nameCount; i++) {
      if (name.equals(names[i])) {
        return true;
      }
    }
    return false;
  }

  private int startOfNames() {
    int start = nameCount;
    while (names[start - 1] != null) {
      start--;
    }
    return start;
  }
}
