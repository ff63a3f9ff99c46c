/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keywords of a dialect and the shape its meta-schema demands of their values. */
final class Vocabulary {

  /** Shapes of a keyword's value. */
  enum Shape {
    /** A schema for the same value: where it applies, nothing of the value is consumed. */
    IN_PLACE,
    /** A schema for a part of the value. */
    PART,
    /** A non-empty array of schemas for the same value. */
    IN_PLACE_ARRAY,
    /** A non-empty array of schemas for parts of the value. */
    PART_ARRAY,
    /** A schema, or a non-empty array of them, for parts of the value. */
    PART_OR_ARRAY,
    /** An object of schemas for parts of the value. */
    PART_MAP,
    /** Like PART_MAP, with regular expressions for names. */
    PART_PATTERN_MAP,
    /** An object of schemas for the same value. */
    IN_PLACE_MAP,
    /** An object of schemas for the same value, or of arrays of distinct strings. */
    IN_PLACE_OR_STRINGS_MAP,
    /** An object of schemas that apply only where they are referred to. */
    DEFINITIONS,
    /** A reference to a schema for the same value. */
    REFERENCE,
    /** The name of a JSON type, or a non-empty array of distinct ones. */
    TYPE,
    STRING,
    /** A regular expression. */
    PATTERN,
    /** A plain name for a reference to use. */
    ANCHOR,
    BOOLEAN,
    NUMBER,
    POSITIVE_NUMBER,
    /** A whole number, not negative. */
    COUNT,
    /** An array of distinct strings. */
    STRINGS,
    /** An object of arrays of distinct strings. */
    STRINGS_MAP,
    /** An object of booleans. */
    BOOLEAN_MAP,
    ARRAY,
    /** A non-empty array of distinct values. */
    DISTINCT_ARRAY,
    ANY
  }

  private static final Map<String, Shape> COMMON = new HashMap<>();
  private static final Map<String, Shape> DRAFT_2020_12 = new HashMap<>();
  private static final Map<String, Shape> DRAFT_07 = new HashMap<>();

  static {
    put(COMMON, Shape.STRING, "$schema", "$id", "$comment", "title", "description", "format");
    put(COMMON, Shape.STRING, "contentEncoding", "contentMediaType");
    put(COMMON, Shape.REFERENCE, "$ref");
    put(COMMON, Shape.DEFINITIONS, "definitions");
    put(COMMON, Shape.TYPE, "type");
    put(COMMON, Shape.ANY, "const", "default");
    put(COMMON, Shape.ARRAY, "examples");
    put(COMMON, Shape.BOOLEAN, "uniqueItems", "readOnly", "writeOnly");
    put(COMMON, Shape.NUMBER, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
    put(COMMON, Shape.POSITIVE_NUMBER, "multipleOf");
    put(COMMON, Shape.COUNT, "minLength", "maxLength", "minItems", "maxItems");
    put(COMMON, Shape.COUNT, "minProperties", "maxProperties");
    put(COMMON, Shape.PATTERN, "pattern");
    put(COMMON, Shape.STRINGS, "required");
    put(COMMON, Shape.IN_PLACE, "not", "if", "then", "else");
    put(COMMON, Shape.IN_PLACE_ARRAY, "allOf", "anyOf", "oneOf");
    put(COMMON, Shape.PART, "contains", "additionalProperties", "propertyNames");
    put(COMMON, Shape.PART_MAP, "properties");
    put(COMMON, Shape.PART_PATTERN_MAP, "patternProperties");
    put(COMMON, Shape.IN_PLACE_OR_STRINGS_MAP, "dependencies");

    DRAFT_2020_12.putAll(COMMON);
    put(DRAFT_2020_12, Shape.REFERENCE, "$dynamicRef");
    put(DRAFT_2020_12, Shape.STRING, "$recursiveRef");
    put(DRAFT_2020_12, Shape.ANCHOR, "$anchor", "$dynamicAnchor", "$recursiveAnchor");
    put(DRAFT_2020_12, Shape.BOOLEAN_MAP, "$vocabulary");
    put(DRAFT_2020_12, Shape.DEFINITIONS, "$defs");
    put(DRAFT_2020_12, Shape.ARRAY, "enum");
    put(DRAFT_2020_12, Shape.BOOLEAN, "deprecated");
    put(DRAFT_2020_12, Shape.COUNT, "minContains", "maxContains");
    put(DRAFT_2020_12, Shape.STRINGS_MAP, "dependentRequired");
    put(DRAFT_2020_12, Shape.IN_PLACE_MAP, "dependentSchemas");
    put(DRAFT_2020_12, Shape.PART, "items", "unevaluatedItems", "unevaluatedProperties");
    put(DRAFT_2020_12, Shape.PART, "contentSchema");
    put(DRAFT_2020_12, Shape.PART_ARRAY, "prefixItems");

    DRAFT_07.putAll(COMMON);
    put(DRAFT_07, Shape.DISTINCT_ARRAY, "enum");
    put(DRAFT_07, Shape.PART_OR_ARRAY, "items");
    put(DRAFT_07, Shape.PART, "additionalItems");
  }

  private Vocabulary() {}

  /**
   * The shape of a keyword, or null for one the dialect does not know, whose value may be anything.
   */
  static @Nullable Shape shape(Dialect dialect, String keyword) {
    return (dialect == Dialect.DRAFT_07 ? DRAFT_07 : DRAFT_2020_12).get(keyword);
  }

  private static void put(Map<String, Shape> shapes, Shape shape, String... keywords) {
    for (String keyword : keywords) {
      shapes.put(keyword, shape);
    }
  }
}
