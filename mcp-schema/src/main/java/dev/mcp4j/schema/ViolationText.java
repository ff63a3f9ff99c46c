/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.Error;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The words of a violation: what was expected, and what was found. */
final class ViolationText {

  private static final int LISTED = 20;

  private ViolationText() {}

  static String of(Error error) {
    JsonNode value = error.getInstanceNode();
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "type" -> "expected " + types(Stream.of(rule)) + ", was " + found(value);
      case "required" -> "missing required property " + JsonText.quote(error.getProperty());
      case "enum" -> "expected " + oneOf(rule) + ", was " + JsonText.of(value);
      case "const" -> "expected " + JsonText.of(rule) + ", was " + JsonText.of(value);
      case "minimum" -> "expected at least " + bound(rule, value);
      case "maximum" -> "expected at most " + bound(rule, value);
      case "exclusiveMinimum" -> "expected more than " + bound(rule, value);
      case "exclusiveMaximum" -> "expected less than " + bound(rule, value);
      case "multipleOf" -> "expected a multiple of " + bound(rule, value);
      case "minLength" -> "expected at least " + length(rule, value);
      case "maxLength" -> "expected at most " + length(rule, value);
      case "pattern" -> "expected a match of " + JsonText.of(rule) + ", was " + JsonText.of(value);
      case "format" -> "expected the format " + rule.asString("") + ", was " + JsonText.of(value);
      case "minItems" -> "expected at least " + count(rule, value, "element");
      case "maxItems" -> "expected at most " + count(rule, value, "element");
      case "minProperties" -> "expected at least " + count(rule, value, "property");
      case "maxProperties" -> "expected at most " + count(rule, value, "property");
      case "uniqueItems" -> "expected distinct elements";
      case "additionalProperties", "unevaluatedProperties" ->
          "unknown property " + JsonText.quote(error.getProperty());
      case "propertyNames" ->
          "property name " + JsonText.quote(error.getProperty()) + " is not allowed";
      case "dependentRequired" ->
          "missing property that " + JsonText.quote(error.getProperty()) + " requires";
      case "items", "additionalItems", "unevaluatedItems" -> "more elements than allowed";
      case "contains", "minContains" -> "too few elements of the required kind";
      case "maxContains" -> "too many elements of the required kind";
      case "oneOf" -> "matches several alternatives where exactly one is allowed";
      case "not" -> "matches what is ruled out";
      case "false" -> "no value is allowed here";
      default -> "does not satisfy " + JsonText.quote(error.getKeyword());
    };
  }

  /** What several branches together expected of the member that tells them apart. */
  static String wrongTag(List<Finding> tags) {
    String expected =
        tags.stream()
            .map(tag -> JsonText.of(tag.error().getSchemaNode()))
            .limit(LISTED)
            .collect(Collectors.joining(", "));
    JsonNode value = tags.get(0).error().getInstanceNode();
    return "expected " + choice(expected, tags.size()) + ", was " + JsonText.of(value);
  }

  /** What several branches together expected of the type. */
  static String wrongType(List<Finding> types) {
    String expected = types(types.stream().map(type -> type.error().getSchemaNode()));
    return "expected " + expected + ", was " + found(types.get(0).error().getInstanceNode());
  }

  private static String types(Stream<JsonNode> rules) {
    List<String> names =
        rules
            .flatMap(rule -> rule.isArray() ? elements(rule) : Stream.of(rule))
            .map(type -> type.asString(""))
            .distinct()
            .toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /** The type alone of anything but a number, which may be of the right type yet not whole. */
  private static String found(JsonNode value) {
    return value.isNumber() || value.isNull() ? JsonText.of(value) : JsonText.kind(value);
  }

  private static String oneOf(JsonNode rule) {
    String values =
        elements(rule).limit(LISTED).map(JsonText::of).collect(Collectors.joining(", "));
    return choice(values, rule.size());
  }

  private static String choice(String values, int count) {
    return (count == 1 ? "" : "one of ") + values + (count > LISTED ? ", …" : "");
  }

  private static String bound(JsonNode rule, JsonNode value) {
    return JsonText.of(rule) + ", was " + JsonText.of(value);
  }

  private static String length(JsonNode rule, JsonNode value) {
    String text = value.asString("");
    int length = text.codePointCount(0, text.length());
    return number(rule, "character") + ", was " + length;
  }

  private static String count(JsonNode rule, JsonNode value, String unit) {
    return number(rule, unit) + ", was " + value.size();
  }

  private static String number(JsonNode rule, String unit) {
    String count = JsonText.of(rule);
    String plural = unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + "s";
    return count + ' ' + (count.equals("1") ? unit : plural);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
