/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes values for a JSON Schema that is not known in advance. What it makes is validated, so it
 * makes nothing rather than something wrong.
 */
public final class SchemaValues {
  private static final int ATTEMPTS = 20;

  private final Random random;

  private SchemaValues(Random random) {
    this.random = random;
  }

  /**
   * Makes a value that fits.
   *
   * @param schema the schema of an object
   * @param seed for the choices
   * @return the value, empty if none was found
   */
  public static Optional<ObjectNode> valid(JsonNode schema, long seed) {
    SchemaValues values = new SchemaValues(new Random(seed));
    for (int i = 0; i < ATTEMPTS; i++) {
      ObjectNode value = values.object(schema);
      if (fits(schema, value).filter(fits -> fits).isPresent()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * Makes a value that does not fit, but is still an object.
   *
   * @param schema the schema of an object
   * @param seed for the choices
   * @return the value, empty if none was found
   */
  public static Optional<ObjectNode> invalid(JsonNode schema, long seed) {
    SchemaValues values = new SchemaValues(new Random(seed));
    for (int i = 0; i < ATTEMPTS; i++) {
      ObjectNode value = values.spoil(values.object(schema), schema);
      if (fits(schema, value).filter(fits -> !fits).isPresent()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static Optional<Boolean> fits(JsonNode schema, JsonNode value) {
    try {
      CompiledSchema compiled = JsonSchemas.compile(schema);
      return Optional.of(compiled.validate(value).isEmpty());
    } catch (InvalidSchemaException e) {
      return Optional.empty();
    }
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = Json.object();
    List<String> required =
        schema.path("required").valueStream().map(node -> node.stringValue("")).toList();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (required.contains(property.getKey()) || random.nextBoolean()) {
                object.set(property.getKey(), value(property.getValue()));
              }
            });
    return object;
  }

  private JsonNode value(JsonNode schema) {
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (!schema.path("enum").isEmpty()) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    for (String union : List.of("anyOf", "oneOf")) {
      if (!schema.path(union).isEmpty()) {
        return value(schema.path(union).get(random.nextInt(schema.path(union).size())));
      }
    }
    return switch (type(schema)) {
      case "string" -> string(schema);
      case "integer" -> Json.NODES.numberNode((long) number(schema));
      case "number" -> Json.NODES.numberNode(number(schema));
      case "boolean" -> Json.NODES.booleanNode(random.nextBoolean());
      case "array" -> array(schema);
      case "object" -> object(schema);
      case "null" -> Json.NODES.nullNode();
      default -> Json.string("any");
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray() && !type.isEmpty()) {
      return type.get(random.nextInt(type.size())).stringValue("");
    }
    return type.stringValue("");
  }

  private JsonNode string(JsonNode schema) {
    String sample =
        switch (schema.path("format").stringValue("")) {
          case "uri" -> "https://example.com/x";
          case "email" -> "a@example.com";
          case "date" -> "2026-01-02";
          case "date-time" -> "2026-01-02T03:04:05Z";
          default -> "abcdefghij".substring(0, 1 + random.nextInt(5));
        };
    int min = schema.path("minLength").intValue(0);
    int max = schema.path("maxLength").intValue(Integer.MAX_VALUE);
    String longEnough = sample.length() < min ? "x".repeat(min) : sample;
    return Json.string(longEnough.length() > max ? longEnough.substring(0, max) : longEnough);
  }

  private double number(JsonNode schema) {
    double min = schema.path("minimum").doubleValue(Double.NaN);
    double max = schema.path("maximum").doubleValue(Double.NaN);
    if (Double.isNaN(min)) {
      min = Double.isNaN(max) ? 0 : max - 10;
    }
    if (Double.isNaN(max)) {
      max = min + 10;
    }
    return Math.floor(min + random.nextDouble() * (max - min));
  }

  private JsonNode array(JsonNode schema) {
    List<JsonNode> elements = new ArrayList<>();
    int size = Math.max(schema.path("minItems").intValue(0), random.nextInt(3));
    for (int i = 0; i < size; i++) {
      elements.add(value(schema.path("items")));
    }
    return Json.array(elements);
  }

  private ObjectNode spoil(ObjectNode value, JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("properties").properties().forEach(property -> names.add(property.getKey()));
    if (names.isEmpty() || random.nextInt(4) == 0) {
      value.put("conformanceUnexpected", 1);
      return value;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> value.remove(name);
      case 1 -> value.put(name, 1_000_000.5);
      case 2 -> value.put(name, "a text that is much too long for most purposes");
      default -> value.set(name, Json.array(List.of()));
    }
    return value;
  }
}
