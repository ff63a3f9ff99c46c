/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

import dev.mcp4j.conformance.wire.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes and reads JSON. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Makes nodes. */
  public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /**
   * Reads one value.
   *
   * @param bytes the text in UTF-8
   * @return the value, empty if the bytes are not exactly one JSON value
   */
  public static Optional<JsonNode> read(Bytes bytes) {
    if (!bytes.isUtf8()) {
      return Optional.empty();
    }
    return read(bytes.text());
  }

  /**
   * Reads one value.
   *
   * @param text the text
   * @return the value, empty if the text is not exactly one JSON value
   */
  public static Optional<JsonNode> read(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads an object that is known to be one.
   *
   * @param text the text
   * @return the object
   */
  public static ObjectNode object(String text) {
    return (ObjectNode) read(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /**
   * Makes an empty object.
   *
   * @return the object
   */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /**
   * Makes an array.
   *
   * @param elements its elements
   * @return the array
   */
  public static ArrayNode array(Iterable<? extends JsonNode> elements) {
    ArrayNode array = NODES.arrayNode();
    elements.forEach(array::add);
    return array;
  }

  /**
   * Makes a string.
   *
   * @param text its text
   * @return the node
   */
  public static JsonNode string(String text) {
    return NODES.stringNode(text);
  }

  /**
   * Writes a value on one line.
   *
   * @param node the value
   * @return its text
   */
  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /**
   * Shows a value to people, cut off when it is long.
   *
   * @param node the value
   * @return its text
   */
  public static String brief(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : write(node);
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  /**
   * Compares two values. Numbers are equal if their values are, members may be in any order.
   *
   * @param one a value
   * @param other another
   * @return whether they are the same
   */
  public static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject()) {
      return one.size() == other.size()
          && one.properties().stream()
              .allMatch(member -> same(member.getValue(), other.path(member.getKey())));
    }
    if (one.isArray() && other.isArray()) {
      return one.size() == other.size()
          && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
    }
    return one.equals(other);
  }

  /**
   * Visits every object inside a value, itself included.
   *
   * @param node the value
   * @param visitor what sees the objects
   */
  public static void visitObjects(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        visitObjects(member.getValue(), visitor);
      }
    } else if (node.isArray()) {
      node.forEach(element -> visitObjects(element, visitor));
    }
  }
}
