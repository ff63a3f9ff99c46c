/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import dev.mcp4j.schema.Vocabulary.Shape;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks that a schema is one of the flat objects a form can show. */
final class FormCheck {

  private static final Set<String> FORMATS = Set.of("email", "uri", "date", "date-time");

  /** Shapes of keywords that make a schema of schemas, or lead away from it. */
  private static final Set<Shape> STRUCTURE = EnumSet.range(Shape.IN_PLACE, Shape.REFERENCE);

  private FormCheck() {}

  /** Throws {@link InvalidSchemaException} if the schema is no form. */
  static void check(JsonNode schema) {
    require(schema.isObject(), "", "expected an object, was " + JsonText.of(schema));
    require(isType(schema, "object"), "/type", "a form has the type object");
    flat(schema, "", Set.of("properties", "additionalProperties"));
    JsonNode properties = schema.path("properties");
    require(properties.isObject(), "/properties", "a form has an object of properties");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      field(property.getValue(), JsonPointers.child("/properties", property.getKey()));
    }
    JsonNode required = schema.get("required");
    if (required != null) {
      require(required.isArray(), "/required", "expected an array, was " + JsonText.of(required));
      for (JsonNode name : required) {
        boolean known = name.isString() && properties.has(name.stringValue());
        require(known, "/required", JsonText.of(name) + " is no property of the form");
      }
    }
  }

  private static void field(JsonNode field, String path) {
    require(field.isObject(), path, "expected an object, was " + JsonText.of(field));
    text(field, "title", path);
    text(field, "description", path);
    JsonNode type = field.path("type");
    switch (type.asString("")) {
      case "string" -> string(field, path);
      case "number", "integer" -> number(field, path, type.stringValue().equals("integer"));
      case "boolean" -> {
        flat(field, path, Set.of());
        defaultValue(field, path, field.path("default").isBoolean(), "a boolean");
      }
      case "array" -> severalChoices(field, path);
      default ->
          throw fault(
              JsonPointers.child(path, "type"),
              "expected string, number, integer, boolean or array, was "
                  + (type.isMissingNode() ? "none" : JsonText.of(type)));
    }
  }

  private static void string(JsonNode field, String path) {
    flat(field, path, Set.of("oneOf"));
    count(field, "minLength", path);
    count(field, "maxLength", path);
    JsonNode format = field.get("format");
    if (format != null) {
      require(
          format.isString() && FORMATS.contains(format.stringValue()),
          JsonPointers.child(path, "format"),
          "expected email, uri, date or date-time, was " + JsonText.of(format));
    }
    Set<String> choices = choices(field, path, "oneOf");
    JsonNode names = field.get("enumNames");
    if (names != null) {
      boolean paired = isStrings(names) && names.size() == field.path("enum").size();
      require(paired, JsonPointers.child(path, "enumNames"), "expected a name for each choice");
    }
    defaultValue(field, path, isChoice(field.path("default"), choices), "a string of the field");
  }

  private static void number(JsonNode field, String path, boolean integer) {
    flat(field, path, Set.of());
    for (String bound : new String[] {"minimum", "maximum"}) {
      JsonNode value = field.get(bound);
      require(
          value == null || value.isNumber(), JsonPointers.child(path, bound), "expected a number");
    }
    JsonNode value = field.path("default");
    boolean fits = value.isNumber() && (!integer || isWhole(value));
    defaultValue(field, path, fits, integer ? "an integer" : "a number");
  }

  private static void severalChoices(JsonNode field, String path) {
    flat(field, path, Set.of("items"));
    count(field, "minItems", path);
    count(field, "maxItems", path);
    JsonNode items = field.path("items");
    String at = JsonPointers.child(path, "items");
    require(items.isObject(), at, "expected the choices");
    flat(items, at, Set.of("anyOf"));
    Set<String> choices = choices(items, at, "anyOf");
    require(choices != null, at, "expected an enum of strings, or an anyOf of titled choices");
    boolean titled = items.has("anyOf");
    require(titled || isType(items, "string"), at, "the choices have the type string");
    JsonNode value = field.path("default");
    boolean fits = value.isArray();
    for (JsonNode element : value) {
      fits &= isChoice(element, choices);
    }
    defaultValue(field, path, fits, "an array of choices");
  }

  /** The values to choose from, or null where every string is allowed. */
  private static @Nullable Set<String> choices(JsonNode schema, String path, String titled) {
    JsonNode plain = schema.get("enum");
    JsonNode options = schema.get(titled);
    Set<String> choices = new HashSet<>();
    if (plain != null) {
      require(isStrings(plain), JsonPointers.child(path, "enum"), "expected strings");
      plain.forEach(value -> choices.add(value.stringValue()));
    }
    if (options != null) {
      require(plain == null, path, "the choices are given twice");
      boolean legal = options.isArray();
      for (JsonNode option : options) {
        legal &= option.path("const").isString() && option.path("title").isString();
        choices.add(option.path("const").asString(""));
      }
      require(
          legal,
          JsonPointers.child(path, titled),
          "expected choices with a const and a title each");
    }
    return plain == null && options == null ? null : choices;
  }

  private static boolean isChoice(JsonNode value, @Nullable Set<String> choices) {
    return value.isString() && (choices == null || choices.contains(value.stringValue()));
  }

  private static void defaultValue(JsonNode field, String path, boolean fits, String wanted) {
    JsonNode value = field.get("default");
    require(
        value == null || fits,
        JsonPointers.child(path, "default"),
        "expected " + wanted + (value == null ? "" : ", was " + JsonText.of(value)));
  }

  private static void flat(JsonNode schema, String path, Set<String> allowed) {
    for (String keyword : schema.propertyNames()) {
      Shape shape = Vocabulary.shape(Dialect.DRAFT_2020_12, keyword);
      boolean structure = shape != null && STRUCTURE.contains(shape) && !allowed.contains(keyword);
      require(!structure, JsonPointers.child(path, keyword), "a form is flat");
    }
  }

  private static void text(JsonNode field, String keyword, String path) {
    JsonNode value = field.get(keyword);
    require(
        value == null || value.isString(), JsonPointers.child(path, keyword), "expected a string");
  }

  private static void count(JsonNode field, String keyword, String path) {
    JsonNode value = field.get(keyword);
    require(
        value == null || (value.isIntegralNumber() && value.decimalValue().signum() >= 0),
        JsonPointers.child(path, keyword),
        "expected an integer of at least 0");
  }

  private static boolean isStrings(JsonNode array) {
    boolean strings = array.isArray();
    for (JsonNode element : array) {
      strings &= element.isString();
    }
    return strings;
  }

  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber() || number.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static boolean isType(JsonNode schema, String type) {
    return schema.path("type").asString("").equals(type);
  }

  private static void require(boolean holds, String path, String reason) {
    if (!holds) {
      throw fault(path, reason);
    }
  }

  private static InvalidSchemaException fault(String path, String reason) {
    return new InvalidSchemaException(path, reason);
  }
}
