/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites the bounds of numbers as decimals, with which the validator compares exactly. With a
 * whole bound it compares the value as a {@code long}: without its fraction, and not at all if it
 * is too large.
 */
final class ExactBounds {

  private final Dialect dialect;

  private ExactBounds(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns a copy of a schema with the bounds rewritten, also those of the schemas in it. */
  static JsonNode of(JsonNode schema, Dialect dialect) {
    return new ExactBounds(dialect).schema(schema);
  }

  private JsonNode schema(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      copy.set(keyword, value(Vocabulary.shape(dialect, keyword), member.getValue()));
    }
    return copy;
  }

  private JsonNode value(Vocabulary.@Nullable Shape shape, JsonNode value) {
    if (shape == null) {
      return value;
    }
    return switch (shape) {
      case NUMBER -> DecimalNode.valueOf(value.decimalValue());
      case IN_PLACE, PART -> schema(value);
      case IN_PLACE_ARRAY, PART_ARRAY, PART_OR_ARRAY ->
          value.isArray() ? elements(value) : schema(value);
      case PART_MAP, PART_PATTERN_MAP, IN_PLACE_MAP, IN_PLACE_OR_STRINGS_MAP, DEFINITIONS ->
          members(value);
      default -> value;
    };
  }

  private JsonNode elements(JsonNode schemas) {
    ArrayNode copy = JsonNodeFactory.instance.arrayNode();
    schemas.forEach(schema -> copy.add(schema(schema)));
    return copy;
  }

  private JsonNode members(JsonNode schemas) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    schemas.forEachEntry((name, schema) -> copy.set(name, schema(schema)));
    return copy;
  }
}
