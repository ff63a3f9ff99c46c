/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.FormSchemas;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.schema.Violation;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.McpException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of a prompt as a record. On the wire every argument is a string, whatever the
 * component is.
 *
 * @param <T> the record
 */
public final class PromptInput<T> {
  private final Class<T> type;
  private final UserTypes types;
  private final ObjectNode schema;
  private final CompiledSchema compiled;

  private PromptInput(Class<T> type, UserTypes types, ObjectNode schema) {
    this.type = type;
    this.types = types;
    this.schema = schema;
    this.compiled = JsonSchemas.compileGenerated(schema);
  }

  /**
   * Looks at a record.
   *
   * @throws IllegalArgumentException if a component cannot be written as one string
   */
  public static <T> PromptInput<T> of(Class<T> type, UserTypes types) {
    ObjectNode schema = FormSchemas.of(types, type);
    schema
        .get("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("type").asString("").equals("array")) {
                throw new IllegalArgumentException(
                    property.getKey() + ": an argument of a prompt is one string, not several");
              }
            });
    return new PromptInput<>(type, types, schema);
  }

  /** The arguments. */
  public List<PromptArgument> arguments() {
    List<PromptArgument> arguments = new ArrayList<>();
    schema
        .get("properties")
        .properties()
        .forEach(
            property ->
                arguments.add(
                    new PromptArgument(
                        property.getKey(),
                        text(property.getValue(), "title"),
                        text(property.getValue(), "description"),
                        isRequired(property.getKey()) ? true : null)));
    return arguments;
  }

  private static @Nullable String text(JsonNode property, String member) {
    JsonNode value = property.get(member);
    return value == null ? null : value.stringValue();
  }

  private boolean isRequired(String name) {
    return schema.path("required").valueStream().anyMatch(it -> it.stringValue().equals(name));
  }

  /** The names of the arguments. */
  public List<String> names() {
    return arguments().stream().map(PromptArgument::name).toList();
  }

  /** Completers of the arguments that have a fixed choice. */
  public Map<String, Completer> completers() {
    Map<String, Completer> completers = new HashMap<>();
    schema
        .get("properties")
        .properties()
        .forEach(
            property -> {
              List<String> choice = choice(property.getValue());
              if (!choice.isEmpty()) {
                completers.put(property.getKey(), Completer.of(choice));
              }
            });
    return completers;
  }

  private static List<String> choice(JsonNode property) {
    List<String> choice = new ArrayList<>();
    property.path("enum").forEach(value -> choice.add(value.asString()));
    property.path("oneOf").forEach(option -> choice.add(option.get("const").asString()));
    return choice;
  }

  /**
   * Reads the record.
   *
   * @throws McpException if the arguments do not fit it
   */
  public T read(Map<String, String> arguments) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    arguments.forEach((name, value) -> json.set(name, value(name, value)));
    for (Violation violation : compiled.validate(json)) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Invalid arguments: " + violation);
    }
    try {
      return types.read(json, type);
    } catch (BindingException e) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Invalid arguments: " + e.getMessage());
    }
  }

  private JsonNode value(String name, String text) {
    String expected = schema.get("properties").path(name).path("type").asString("");
    try {
      return switch (expected) {
        case "integer", "number" -> number(text.strip());
        case "boolean" ->
            text.equals("true") || text.equals("false")
                ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
                : JsonNodeFactory.instance.stringNode(text);
        default -> JsonNodeFactory.instance.stringNode(text);
      };
    } catch (NumberFormatException e) {
      // The schema says what was expected.
      return JsonNodeFactory.instance.stringNode(text);
    }
  }

  /** Reads a number within the limit of those in JSON: long ones take very long to read. */
  private static JsonNode number(String text) {
    if (text.length() > JsonLimits.DEFAULT.maxNumberLength()) {
      throw new NumberFormatException("too long");
    }
    return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
  }
}
