/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema of the commonest shape, an object of strings, numbers and booleans, which can say yes
 * without the validator. It never says no: what it does not accept the validator decides. Its work
 * is bounded by the size of the schema and of the value. Immutable.
 */
final class FlatSchema {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$comment",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          HeaderParameters.KEYWORD);
  private static final Set<String> OF_OBJECTS =
      Set.of("$schema", "type", "properties", "required", "additionalProperties");
  private static final Set<String> OF_STRINGS = Set.of("type", "enum", "minLength", "maxLength");
  private static final Set<String> OF_NUMBERS = Set.of("type", "minimum", "maximum");
  private static final Set<String> OF_BOOLEANS = Set.of("type");

  private final List<Property> properties;
  private final boolean closed;

  private FlatSchema(List<Property> properties, boolean closed) {
    this.properties = List.copyOf(properties);
    this.closed = closed;
  }

  /** Reads a schema that was checked; returns null for one of another shape. */
  static @Nullable FlatSchema of(JsonNode schema) {
    if (!type(schema).equals("object") || !hasOnly(schema, OF_OBJECTS)) {
      return null;
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    List<Property> properties = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
      Predicate<JsonNode> scalar = scalar(entry.getValue());
      if (scalar == null) {
        return null;
      }
      properties.add(new Property(entry.getKey(), required.remove(entry.getKey()), scalar));
    }
    JsonNode others = schema.path("additionalProperties");
    if (!required.isEmpty() || others.isObject()) {
      return null;
    }
    return new FlatSchema(properties, others.isBoolean() && !others.booleanValue());
  }

  /** Tells that a value satisfies the schema; false if that is not certain. */
  boolean accepts(JsonNode value) {
    if (!value.isObject()) {
      return false;
    }
    int described = 0;
    for (Property property : properties) {
      JsonNode member = value.get(property.name());
      if (member == null ? property.required() : !property.scalar().test(member)) {
        return false;
      }
      described += member == null ? 0 : 1;
    }
    return described == value.size() || (!closed && hasOnlyScalars(value));
  }

  private static boolean hasOnlyScalars(JsonNode value) {
    for (JsonNode member : value) {
      if (member.isContainer() || (member.isNumber() && !InstanceGuard.isReadable(member))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Predicate<JsonNode> scalar(JsonNode schema) {
    return switch (type(schema)) {
      case "string" -> hasOnly(schema, OF_STRINGS) ? Text.of(schema) : null;
      case "number" -> hasOnly(schema, OF_NUMBERS) ? Numbers.of(schema, false) : null;
      case "integer" -> hasOnly(schema, OF_NUMBERS) ? Numbers.of(schema, true) : null;
      case "boolean" -> hasOnly(schema, OF_BOOLEANS) ? JsonNode::isBoolean : null;
      default -> null;
    };
  }

  private static String type(JsonNode schema) {
    return schema.path("type").asString("");
  }

  private static boolean hasOnly(JsonNode schema, Set<String> keywords) {
    return schema.propertyNames().stream()
        .allMatch(keyword -> keywords.contains(keyword) || ANNOTATIONS.contains(keyword));
  }

  private record Property(String name, boolean required, Predicate<JsonNode> scalar) {}

  /** A string, of some values or of any; its length counts code points. */
  private record Text(@Nullable Set<String> values, Bounds length) implements Predicate<JsonNode> {

    static Text of(JsonNode schema) {
      Bounds length = Bounds.of(schema, "minLength", "maxLength");
      if (!schema.has("enum")) {
        return new Text(null, length);
      }
      Set<String> values = new HashSet<>();
      for (JsonNode value : schema.get("enum")) {
        if (value.isString()) {
          values.add(value.stringValue());
        }
      }
      return new Text(values, length);
    }

    @Override
    public boolean test(JsonNode value) {
      if (!value.isString()) {
        return false;
      }
      String text = value.stringValue();
      return (values == null || values.contains(text))
          && (length.areOpen() || length.admit(text.codePointCount(0, text.length())));
    }
  }

  /** A number, which is whole if it has no fraction but zero. */
  private record Numbers(boolean whole, Bounds bounds) implements Predicate<JsonNode> {

    static Numbers of(JsonNode schema, boolean whole) {
      return new Numbers(whole, Bounds.of(schema, "minimum", "maximum"));
    }

    @Override
    public boolean test(JsonNode value) {
      return value.isNumber()
          && InstanceGuard.isReadable(value)
          && (!whole || value.isIntegralNumber() || ExactNumbers.isWhole(value.decimalValue()))
          && (bounds.areOpen() || bounds.admit(value.decimalValue()));
    }
  }

  private record Bounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {

    static Bounds of(JsonNode schema, String least, String most) {
      return new Bounds(bound(schema.get(least)), bound(schema.get(most)));
    }

    private static @Nullable BigDecimal bound(@Nullable JsonNode bound) {
      return bound == null ? null : bound.decimalValue();
    }

    boolean areOpen() {
      return least == null && most == null;
    }

    boolean admit(int count) {
      return admit(BigDecimal.valueOf(count));
    }

    boolean admit(BigDecimal value) {
      return (least == null || value.compareTo(least) >= 0)
          && (most == null || value.compareTo(most) <= 0);
    }
  }
}
