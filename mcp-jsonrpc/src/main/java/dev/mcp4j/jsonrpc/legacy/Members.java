/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of an object being read or written. */
final class Members {
  private final ObjectNode node;

  private Members(ObjectNode node) {
    this.node = node;
  }

  static Members of(JsonObject object) {
    return new Members(object.node());
  }

  static Members empty() {
    return new Members(JsonNodeFactory.instance.objectNode());
  }

  Members copy() {
    return new Members(JsonNodeFactory.instance.objectNode().setAll(node));
  }

  <T> T required(String name, Class<T> type) {
    T value = optional(name, type);
    if (value == null) {
      throw new JsonShapeException("/" + name, "a value", "nothing");
    }
    return value;
  }

  <T> @Nullable T optional(String name, Class<T> type) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    try {
      return McpJson.read(type, value);
    } catch (JsonShapeException e) {
      throw e.under("/" + name);
    }
  }

  <T> T optional(String name, Class<T> type, T absent) {
    T value = optional(name, type);
    return value == null ? absent : value;
  }

  Members with(String name, @Nullable Object value) {
    if (value != null) {
      node.set(name, McpJson.toTree(value));
    }
    return this;
  }

  Members withOptional(String name, Object value, Object absent) {
    return value.equals(absent) ? this : with(name, value);
  }

  JsonObject toObject() {
    return node.isEmpty() ? JsonObject.EMPTY : new JsonObject(node);
  }
}
