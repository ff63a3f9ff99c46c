/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the annotations on a component into keywords, and refuses those that make no sense there.
 */
final class Constraints {

  private static final BigDecimal SAFE = BigDecimal.valueOf(HeaderParameter.MAX_SAFE_INTEGER);

  private Constraints() {}

  /** Where annotations are found. */
  interface Source {
    <A extends Annotation> @Nullable A annotation(Class<A> type);
  }

  /** Adds bounds, pattern and format to the schema of a value. */
  static void apply(Source source, ObjectNode schema) {
    Range range = source.annotation(Range.class);
    if (range != null) {
      range(range, schema);
    }
    Size size = source.annotation(Size.class);
    if (size != null) {
      size(size, schema);
    }
    Pattern pattern = source.annotation(Pattern.class);
    if (pattern != null) {
      text("pattern", pattern.value(), "@Pattern", schema);
      checkPattern(pattern.value());
    }
    Format format = source.annotation(Format.class);
    if (format != null) {
      text("format", format.value(), "@Format", schema);
    }
  }

  /** Marks a member's value to be mirrored in a header. */
  static void mirror(McpHeader header, ObjectNode schema) {
    String type = type(schema);
    if (type.equals("integer")) {
      tighten(schema, SAFE.negate(), SAFE);
    } else if (!type.equals("string") && !type.equals("boolean")) {
      throw misapplied("@McpHeader", "a string, an integer or a boolean", schema);
    }
    schema.put(HeaderParameters.KEYWORD, header.value());
  }

  /** Refuses a default outside the bounds of its own schema. */
  static void checkDefault(JsonNode value, ObjectNode schema) {
    boolean inside =
        value.isNumber()
            ? isAtLeast(value.decimalValue(), schema.get("minimum"))
                && isAtMost(value.decimalValue(), schema.get("maximum"))
            : isSized(value, schema);
    if (!inside) {
      throw new Undescribable("its default " + JsonText.of(value) + " lies outside its bounds");
    }
  }

  private static void range(Range range, ObjectNode schema) {
    String type = type(schema);
    if (!type.equals("integer") && !type.equals("number")) {
      throw misapplied("@Range", "a number", schema);
    }
    BigDecimal min = bound(range.min(), type);
    BigDecimal max = bound(range.max(), type);
    if (Double.isNaN(range.min()) || Double.isNaN(range.max()) || range.min() > range.max()) {
      throw new Undescribable("its @Range is empty");
    }
    boolean within =
        (min == null || isAtLeast(min, schema.get("minimum")))
            && (max == null || isAtMost(max, schema.get("maximum")));
    if (!within) {
      throw new Undescribable("its @Range reaches beyond its type");
    }
    tighten(schema, min, max);
  }

  private static @Nullable BigDecimal bound(double bound, String type) {
    if (Double.isInfinite(bound) || Double.isNaN(bound)) {
      return null;
    }
    BigDecimal exact = new BigDecimal(Double.toString(bound)).stripTrailingZeros();
    if (type.equals("integer") && exact.scale() > 0) {
      throw new Undescribable("its @Range has a bound that is no whole number");
    }
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static void tighten(
      ObjectNode schema, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    if (minimum != null && isAtLeast(minimum, schema.get("minimum"))) {
      schema.set("minimum", Keywords.number(minimum));
    }
    if (maximum != null && isAtMost(maximum, schema.get("maximum"))) {
      schema.set("maximum", Keywords.number(maximum));
    }
  }

  private static void size(Size size, ObjectNode schema) {
    String counted =
        switch (type(schema)) {
          case "string" -> "Length";
          case "array" -> "Items";
          case "object" -> schema.has("properties") ? "" : "Properties";
          default -> "";
        };
    if (counted.isEmpty()) {
      throw misapplied("@Size", "a string, an array or a map", schema);
    }
    if (size.min() < 0 || size.min() > size.max()) {
      throw new Undescribable("its @Size is empty");
    }
    if (size.min() > 0) {
      schema.put("min" + counted, size.min());
    }
    if (size.max() < Integer.MAX_VALUE) {
      schema.put("max" + counted, size.max());
    }
  }

  private static void text(String keyword, String value, String annotation, ObjectNode schema) {
    if (!type(schema).equals("string") || schema.has("enum")) {
      throw misapplied(annotation, "a string", schema);
    }
    if (schema.has(keyword)) {
      throw new Undescribable(
          "its type has a " + keyword + " already, " + annotation + " is too much");
    }
    schema.put(keyword, value);
  }

  private static void checkPattern(String pattern) {
    String reason = EcmaPattern.problem(pattern);
    if (reason != null) {
      throw new Undescribable("its @Pattern " + reason);
    }
  }

  private static boolean isSized(JsonNode value, ObjectNode schema) {
    if (value.isString()) {
      String text = value.stringValue();
      return isCounted(text.codePointCount(0, text.length()), "Length", schema)
          && matches(text, schema.get("pattern"));
    }
    return isCounted(value.size(), value.isArray() ? "Items" : "Properties", schema);
  }

  private static boolean isCounted(int count, String counted, ObjectNode schema) {
    BigDecimal exact = BigDecimal.valueOf(count);
    return isAtLeast(exact, schema.get("min" + counted))
        && isAtMost(exact, schema.get("max" + counted));
  }

  private static boolean matches(String text, @Nullable JsonNode pattern) {
    return pattern == null || EcmaPattern.compile(pattern.stringValue()).matcher(text).find();
  }

  private static boolean isAtLeast(BigDecimal value, @Nullable JsonNode bound) {
    return bound == null || value.compareTo(bound.decimalValue()) >= 0;
  }

  private static boolean isAtMost(BigDecimal value, @Nullable JsonNode bound) {
    return bound == null || value.compareTo(bound.decimalValue()) <= 0;
  }

  private static String type(ObjectNode schema) {
    return schema.path("type").asString("");
  }

  private static Undescribable misapplied(String annotation, String wanted, ObjectNode schema) {
    String type = type(schema);
    return new Undescribable(
        annotation + " needs " + wanted + (type.isEmpty() ? "" : ", not " + type));
  }
}
