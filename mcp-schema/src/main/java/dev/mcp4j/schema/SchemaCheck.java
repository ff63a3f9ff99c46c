/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import dev.mcp4j.schema.Vocabulary.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a schema without the validator behind it, so that a faulty one is reported where it is
 * handed over and costs no start-up: its size, its dialect, every keyword against the meta-schema,
 * and, by {@link ReferenceCheck}, where its references lead.
 */
final class SchemaCheck {

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  private static final java.util.regex.Pattern ANCHOR =
      java.util.regex.Pattern.compile("[A-Za-z_][-A-Za-z0-9._]*");

  private final SchemaLimits limits;
  private final Dialect dialect;
  private final ReferenceCheck references;
  private int nodes;

  private SchemaCheck(JsonNode root, SchemaLimits limits) {
    this.limits = limits;
    checkSize(root, "", 1);
    this.dialect = dialect(root, "");
    this.references = new ReferenceCheck(root, dialect);
  }

  /**
   * Checks a schema.
   *
   * @throws InvalidSchemaException if it is at fault
   */
  static Dialect check(JsonNode schema, SchemaLimits limits) {
    SchemaCheck check = new SchemaCheck(schema, limits);
    check.schema(schema, "", "");
    check.references.resolve(check::schema);
    return check.dialect;
  }

  private void checkSize(JsonNode node, String path, int depth) {
    if (++nodes > limits.nodes()) {
      throw fault(path, "the schema has more than " + limits.nodes() + " nodes");
    }
    if (depth > limits.depth()) {
      throw fault(path, "the schema is nested deeper than " + limits.depth() + " levels");
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        checkSize(member.getValue(), JsonPointers.child(path, member.getKey()), depth + 1);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkSize(node.get(i), JsonPointers.child(path, i), depth + 1);
      }
    }
  }

  private static Dialect dialect(JsonNode schema, String path) {
    JsonNode id = schema.get("$schema");
    if (id == null) {
      return Dialect.DRAFT_2020_12;
    }
    if (!id.isString()) {
      throw fault(JsonPointers.child(path, "$schema"), expected("a string", id));
    }
    Dialect dialect = Dialect.of(id.stringValue());
    if (dialect == null) {
      throw new UnsupportedDialectException(JsonPointers.child(path, "$schema"), id.stringValue());
    }
    return dialect;
  }

  /** Checks one schema and those within it; base is the URI its references resolve against. */
  private void schema(JsonNode schema, String path, String base) {
    if (schema.isBoolean()) {
      return;
    }
    if (!schema.isObject()) {
      throw fault(path, expected("a schema (an object or a boolean)", schema));
    }
    if (schema.has("$schema") && dialect(schema, path) != dialect) {
      throw fault(path, "another dialect than that of the root is not supported");
    }
    String inner = references.enter(schema, path, base);
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      Shape shape = Vocabulary.shape(dialect, member.getKey());
      if (shape != null) {
        keyword(shape, member.getValue(), JsonPointers.child(path, member.getKey()), inner);
      }
    }
  }

  private void keyword(Shape shape, JsonNode value, String path, String base) {
    switch (shape) {
      case IN_PLACE, PART -> schema(value, path, base);
      case IN_PLACE_ARRAY, PART_ARRAY -> schemas(value, path, base);
      case PART_OR_ARRAY -> {
        if (value.isArray()) {
          schemas(value, path, base);
        } else {
          schema(value, path, base);
        }
      }
      case PART_MAP, IN_PLACE_MAP, DEFINITIONS, PART_PATTERN_MAP, IN_PLACE_OR_STRINGS_MAP ->
          schemaMap(shape, value, path, base);
      case TYPE -> type(value, path);
      case STRING, REFERENCE -> require(value.isString(), "a string", value, path);
      case PATTERN -> pattern(value, path);
      case ANCHOR -> {
        boolean named = value.isString() && ANCHOR.matcher(value.stringValue()).matches();
        require(named, "a name of ASCII letters, digits, '-', '.' and '_'", value, path);
      }
      case BOOLEAN -> require(value.isBoolean(), "a boolean", value, path);
      case NUMBER -> require(value.isNumber(), "a number", value, path);
      case POSITIVE_NUMBER -> {
        boolean positive = value.isNumber() && value.decimalValue().signum() > 0;
        require(positive, "a number greater than 0", value, path);
      }
      case COUNT -> require(isCount(value), "an integer of at least 0", value, path);
      case STRINGS -> require(isStrings(value), "an array of distinct strings", value, path);
      case STRINGS_MAP -> map(value, path, SchemaCheck::isStrings, "an array of distinct strings");
      case BOOLEAN_MAP -> map(value, path, JsonNode::isBoolean, "a boolean");
      case ARRAY -> require(value.isArray(), "an array", value, path);
      case DISTINCT_ARRAY ->
          require(isDistinct(value), "an array of at least one, distinct values", value, path);
      case ANY -> {}
    }
  }

  private void schemas(JsonNode value, String path, String base) {
    require(value.isArray() && !value.isEmpty(), "an array of at least one schema", value, path);
    for (int i = 0; i < value.size(); i++) {
      schema(value.get(i), JsonPointers.child(path, i), base);
    }
  }

  private void schemaMap(Shape shape, JsonNode value, String path, String base) {
    require(value.isObject(), "an object", value, path);
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String at = JsonPointers.child(path, member.getKey());
      if (shape == Shape.PART_PATTERN_MAP) {
        checkPattern(member.getKey(), at);
      }
      boolean names = shape == Shape.IN_PLACE_OR_STRINGS_MAP && isStrings(member.getValue());
      if (!names) {
        schema(member.getValue(), at, base);
      }
    }
  }

  private void pattern(JsonNode value, String path) {
    require(value.isString(), "a string", value, path);
    checkPattern(value.stringValue(), path);
  }

  private void checkPattern(String pattern, String path) {
    if (pattern.length() > limits.patternLength()) {
      throw fault(path, "the pattern is longer than " + limits.patternLength() + " characters");
    }
    String problem = EcmaPattern.problem(pattern);
    if (problem != null) {
      throw fault(path, JsonText.quote(pattern) + ' ' + problem);
    }
  }

  private static void type(JsonNode value, String path) {
    boolean known = isType(value);
    if (value.isArray() && isDistinct(value)) {
      known = true;
      for (JsonNode type : value) {
        known &= isType(type);
      }
    }
    require(known, "the name of a JSON type, or an array of at least one", value, path);
  }

  private static boolean isType(JsonNode value) {
    return value.isString() && TYPES.contains(value.stringValue());
  }

  private static boolean isCount(JsonNode value) {
    if (!value.isNumber()) {
      return false;
    }
    BigDecimal count = value.decimalValue();
    return count.signum() == 0 || (count.signum() > 0 && count.stripTrailingZeros().scale() <= 0);
  }

  private static boolean isStrings(JsonNode value) {
    if (!value.isArray()) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode element : value) {
      if (!element.isString() || !seen.add(element.stringValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDistinct(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return false;
    }
    Set<Object> seen = new HashSet<>();
    for (JsonNode element : value) {
      if (!seen.add(comparable(element))) {
        return false;
      }
    }
    return true;
  }

  /** A form in which values are equal exactly when JSON Schema says so: 1 is 1.0. */
  private static Object comparable(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros();
    }
    if (value.isArray()) {
      List<Object> elements = new ArrayList<>();
      value.forEach(element -> elements.add(comparable(element)));
      return elements;
    }
    if (value.isObject()) {
      Map<String, Object> members = new HashMap<>();
      value.properties().forEach(e -> members.put(e.getKey(), comparable(e.getValue())));
      return members;
    }
    return value;
  }

  /** A condition on a member's value. */
  private interface Condition {
    boolean holds(JsonNode value);
  }

  private static void map(JsonNode value, String path, Condition condition, String wanted) {
    require(value.isObject(), "an object", value, path);
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String at = JsonPointers.child(path, member.getKey());
      require(condition.holds(member.getValue()), wanted, member.getValue(), at);
    }
  }

  private static void require(boolean holds, String wanted, @Nullable JsonNode was, String path) {
    if (!holds) {
      throw fault(path, expected(wanted, was));
    }
  }

  private static String expected(String wanted, @Nullable JsonNode was) {
    return "expected " + wanted + (was == null ? "" : ", was " + JsonText.of(was));
  }

  private static InvalidSchemaException fault(String path, String reason) {
    return new InvalidSchemaException(path, reason);
  }
}
