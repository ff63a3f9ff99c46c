/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The outcomes of {@code once} as JSON, for outcomes whose type nobody declared. */
final class OnceValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private OnceValues() {}

  /**
   * Writes a value together with its type.
   *
   * @throws IllegalArgumentException if the type is not one of the supported ones
   */
  static JsonNode write(String key, @Nullable Object value) {
    if (value == null) {
      return tagged("null", JSON.nullNode());
    } else if (value instanceof String text) {
      return tagged("string", JSON.stringNode(text));
    } else if (value instanceof Boolean bool) {
      return tagged("boolean", JSON.booleanNode(bool));
    } else if (value instanceof Integer) {
      return tagged("int", JSON.stringNode(value.toString()));
    } else if (value instanceof Long) {
      return tagged("long", JSON.stringNode(value.toString()));
    } else if (value instanceof Double) {
      return tagged("double", JSON.stringNode(value.toString()));
    } else if (value instanceof BigInteger) {
      return tagged("integer", JSON.stringNode(value.toString()));
    } else if (value instanceof BigDecimal) {
      return tagged("decimal", JSON.stringNode(value.toString()));
    } else if (value instanceof JsonObject object) {
      return tagged("object", object.node());
    } else if (value instanceof JsonNode json) {
      return tagged("json", json);
    }
    throw new IllegalArgumentException(
        "once(\""
            + key
            + "\", action) cannot keep a "
            + value.getClass().getName()
            + "; use once(key, type, action)");
  }

  /** Reads what {@link #write} wrote. */
  static @Nullable Object read(JsonNode tagged) {
    JsonNode value = tagged.get("value");
    String text = value.isString() ? value.stringValue() : "";
    return switch (tagged.get("type").stringValue()) {
      case "null" -> null;
      case "string" -> text;
      case "boolean" -> value.booleanValue();
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "integer" -> new BigInteger(text);
      case "decimal" -> new BigDecimal(text);
      case "object" -> new JsonObject((ObjectNode) value);
      default -> value;
    };
  }

  private static JsonNode tagged(String type, JsonNode value) {
    ObjectNode tagged = JSON.objectNode();
    tagged.put("type", type);
    tagged.set("value", value);
    return tagged;
  }
}
