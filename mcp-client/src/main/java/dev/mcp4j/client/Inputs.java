/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.UserTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns values of the application into JSON objects. */
final class Inputs {
  private Inputs() {}

  static JsonObject object(Object value, UserTypes types) {
    if (value instanceof JsonObject object) {
      return object;
    }
    JsonNode json = value instanceof JsonNode node ? node : written(value, types);
    if (json instanceof ObjectNode object) {
      return new JsonObject(object);
    }
    throw new IllegalArgumentException(
        "expected a value that is an object in JSON, was " + json.getNodeType());
  }

  private static JsonNode written(Object value, UserTypes types) {
    try {
      return types.write(value, value.getClass());
    } catch (BindingException e) {
      throw new IllegalArgumentException(
          "the value cannot be written as JSON: " + e.getMessage(), e);
    }
  }
}
