/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Arbitrary JSON values in the spirit of a generated schema: most satisfy it, and among them are
 * all the odd ones that a careless form would let through.
 */
final class JsonValues {

  private static final StringArbitrary DIGITS = Arbitraries.strings().numeric();
  private static final Arbitrary<String> DATE =
      Combinators.combine(
              number(0, 9999, 4).edgeCases(e -> e.add("0000", "2024", "2023")),
              number(0, 13, 2),
              number(0, 32, 2))
          .as((y, m, d) -> y + "-" + m + "-" + d);
  private static final Arbitrary<String> TIME =
      Combinators.combine(
              number(0, 24, 2),
              number(0, 60, 2),
              number(0, 61, 2),
              DIGITS.ofMinLength(1).ofMaxLength(10).injectNull(0.5))
          .as((h, m, s, f) -> h + ":" + m + ":" + s + (f == null ? "" : "." + f));
  private static final Arbitrary<String> OFFSET =
      Arbitraries.of(
          "Z", "z", "+00:00", "-00:00", "+18:00", "-18:00", "+18:01", "+23:59", "+05:30");

  private final JsonNode root;

  private JsonValues(JsonNode root) {
    this.root = root;
  }

  static Arbitrary<JsonNode> of(JsonNode schema) {
    return new JsonValues(schema).value(schema, 4);
  }

  private Arbitrary<JsonNode> value(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      return value(
          JsonPointers.resolve(root, schema.get("$ref").stringValue().substring(1)), depth);
    }
    if (schema.has("const")) {
      return Arbitraries.just(schema.get("const"));
    }
    if (schema.has("enum")) {
      return choice(schema.get("enum"));
    }
    if (schema.has("anyOf")) {
      List<Arbitrary<JsonNode>> branches = new ArrayList<>();
      for (JsonNode branch : schema.get("anyOf")) {
        branches.add(value(branch, depth));
      }
      return depth > 0 ? Arbitraries.oneOf(branches) : branches.get(branches.size() - 1);
    }
    JsonNode type = schema.get("type");
    if (type == null) {
      return JavaValues.json();
    }
    if (type.isArray()) {
      return ofType(type.get(0).stringValue(), schema, depth)
          .injectNull(0.2)
          .map(JsonValues::orNull);
    }
    return ofType(type.stringValue(), schema, depth);
  }

  private static JsonNode orNull(JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }

  private Arbitrary<JsonNode> ofType(String type, JsonNode schema, int depth) {
    return switch (type) {
      case "null" -> Arbitraries.just(NullNode.getInstance());
      case "boolean" -> Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode);
      case "integer" -> integer(schema);
      case "number" -> decimal(schema);
      case "string" -> text(schema).map(StringNode::valueOf);
      case "array" -> array(schema, depth);
      default -> object(schema, depth);
    };
  }

  private static Arbitrary<JsonNode> integer(JsonNode schema) {
    long min = schema.has("minimum") ? schema.get("minimum").longValue() : Long.MIN_VALUE;
    long max = schema.has("maximum") ? schema.get("maximum").longValue() : Long.MAX_VALUE;
    Arbitrary<String> whole = Arbitraries.longs().between(min, max).map(String::valueOf);
    return Combinators.combine(whole, Arbitraries.of("", "", "", ".0", "e0", ".000", "E-0"))
        .as((digits, tail) -> Json.of(digits + tail));
  }

  private static Arbitrary<JsonNode> decimal(JsonNode schema) {
    boolean bounded = schema.has("minimum") || schema.has("maximum");
    Arbitrary<String> text =
        bounded
            ? Arbitraries.of(
                "0", "1", "-0.5", "10", "3.4028235E38", "-3.4028235E38", "1e-50", "3e38")
            : Arbitraries.of(
                "0",
                "-0.0",
                "1.5",
                "1e300",
                "1.7976931348623157E308",
                "1e-400",
                "12345678901234567");
    return text.map(Json::of);
  }

  private static Arbitrary<String> text(JsonNode schema) {
    if (schema.has("format")) {
      return formatted(schema.get("format").stringValue());
    }
    if (schema.has("pattern")) {
      return matching(schema.get("pattern").stringValue());
    }
    int min = schema.path("minLength").asInt(0);
    int max = schema.path("maxLength").asInt(6);
    return Arbitraries.strings().ofMinLength(min).ofMaxLength(max);
  }

  private static Arbitrary<String> formatted(String format) {
    return switch (format) {
      case "date" -> DATE;
      case "time" -> Combinators.combine(TIME, OFFSET).as((t, o) -> t + o);
      case "time-local" -> TIME;
      case "date-time" ->
          Combinators.combine(DATE, Arbitraries.of("T", "t"), TIME, OFFSET)
              .as((d, t, time, o) -> d + t + time + o);
      case "date-time-local" -> Combinators.combine(DATE, TIME).as((d, t) -> d + "T" + t);
      case "uuid" ->
          Arbitraries.of(
              "00000000-0000-0000-0000-000000000000",
              "A".repeat(8) + "-aaaa-AAAA-0123-456789abcdef",
              "AAAAAAAAAAAAAAAAAAAAAA==",
              "");
      case "uri-reference" ->
          Arbitraries.of("", "a", "?", "#", "http://a b", "a:", "http://h/ü", "[");
      case "time-zone" ->
          Arbitraries.of("UTC", "Z", "Europe/Paris", "Mars/Base", "", "+25:00", "+1");
      case "email" -> Arbitraries.of("a@example.org", "no mail");
      default -> throw new AssertionError("no texts of format " + format);
    };
  }

  private static Arbitrary<String> matching(String pattern) {
    if (pattern.contains("A-Za-z0-9+/")) {
      return Arbitraries.of("", "AQ==", "AQI=", "AQID", "AQ=", "AQ", "A QI=", "AR==", "-_-_", "\n");
    }
    if (pattern.contains("P(?=.)")) {
      return amounts();
    }
    if (pattern.startsWith("^\\d{4}-")) {
      return Arbitraries.of("0000-01", "2026-12", "9999-10", "2026-13", "2026-1");
    }
    if (pattern.startsWith("^--")) {
      return Combinators.combine(number(0, 13, 2), number(0, 32, 2))
          .as((m, d) -> "--" + m + "-" + d);
    }
    if (pattern.contains("uFFFF")) {
      return Arbitraries.of("a", "", "ab", "\uD83D\uDE00", "\uD83D", "\0", "\n", "\"");
    }
    if (pattern.contains("@")) {
      return Arbitraries.of("a@b", "@", "a@b@c", "");
    }
    return Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(4);
  }

  /** Durations and periods, with digits and parts in any number. */
  private static Arbitrary<String> amounts() {
    Arbitrary<String> count =
        Combinators.combine(
                Arbitraries.of("", "", "", "-", "+"), DIGITS.ofMinLength(1).ofMaxLength(17))
            .as(String::concat);
    return Combinators.combine(
            Arbitraries.of("P", "-P", "PT", "-PT", "P1DT", "P1W"),
            count,
            Arbitraries.of("H", "M", "S", "D", "W", "Y", ".5S", ".0000000001S", ""))
        .as((start, number, unit) -> start + number + unit);
  }

  private Arbitrary<JsonNode> array(JsonNode schema, int depth) {
    int max = Math.min(schema.path("maxItems").asInt(2), depth <= 0 ? 0 : 2);
    Arbitrary<JsonNode> elements =
        depth <= 0 ? JavaValues.json() : value(schema.get("items"), depth - 1);
    return elements
        .list()
        .ofMaxSize(max)
        .map(list -> JsonNodeFactory.instance.arrayNode().addAll(list));
  }

  private Arbitrary<JsonNode> object(JsonNode schema, int depth) {
    List<String> names = new ArrayList<>();
    List<Arbitrary<JsonNode>> values = new ArrayList<>();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.stringValue()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean needed = required.contains(property.getKey());
      if (needed || depth > 0) {
        names.add(property.getKey());
        values.add(value(property.getValue(), depth - 1).injectNull(needed ? 0 : 0.3));
      }
    }
    if (schema.path("additionalProperties").isObject() && depth > 0) {
      return entries(schema, depth);
    }
    return values.isEmpty()
        ? Arbitraries.create(JsonNodeFactory.instance::objectNode)
        : Combinators.combine(values).as(members -> members(names, members));
  }

  private Arbitrary<JsonNode> entries(JsonNode schema, int depth) {
    JsonNode keys = schema.path("propertyNames");
    Arbitrary<String> names =
        keys.has("enum")
            ? choice(keys.get("enum")).map(JsonNode::stringValue)
            : keys.has("format") ? formatted("uuid") : Arbitraries.strings().ofMaxLength(3);
    return Arbitraries.maps(names, value(schema.get("additionalProperties"), depth - 1))
        .ofMinSize(schema.path("minProperties").asInt(0))
        .ofMaxSize(2)
        .map(map -> members(List.copyOf(map.keySet()), new ArrayList<>(map.values())));
  }

  private static JsonNode members(List<String> names, List<JsonNode> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < names.size(); i++) {
      if (values.get(i) != null) {
        object.set(names.get(i), values.get(i));
      }
    }
    return object;
  }

  private static Arbitrary<JsonNode> choice(JsonNode values) {
    List<JsonNode> choices = new ArrayList<>();
    ((ArrayNode) values).forEach(choices::add);
    return Arbitraries.of(choices);
  }

  private static Arbitrary<String> number(int min, int max, int digits) {
    return Arbitraries.integers().between(min, max).map(i -> ("%0" + digits + "d").formatted(i));
  }

  static JsonNode integer(String digits) {
    return BigIntegerNode.valueOf(new java.math.BigInteger(digits));
  }

  static JsonNode decimal(String digits) {
    return DecimalNode.valueOf(new java.math.BigDecimal(digits));
  }
}
