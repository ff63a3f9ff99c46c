/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads members of documents whose authors cannot be relied on. */
final class Members {
  private Members() {}

  /** A string; null if the member is missing or no string. */
  static @Nullable String string(JsonObject object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isString() ? value.stringValue() : null;
  }

  /** The strings of an array; null if the member is missing or no array. */
  static @Nullable List<String> strings(JsonObject object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isArray()
        ? value.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList()
        : null;
  }

  static boolean isTrue(JsonObject object, String name) {
    JsonNode value = object.get(name);
    return value != null && value.isBoolean() && value.booleanValue();
  }
}
