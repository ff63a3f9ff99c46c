/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.HeaderParameters;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import dev.mcp4j.schema.SchemaGenerator;
import dev.mcp4j.schema.UserTypes;
import dev.mcp4j.server.feature.OutputContract;
import dev.mcp4j.server.feature.ToolEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A tool as it was described; a server makes its schemas when it gets it. Immutable. */
public final class ToolDefinition {
  private final Tool draft;
  private final @Nullable Class<?> inputType;
  private final @Nullable Class<?> outputType;
  private final ToolHandler<?> handler;
  private final @Nullable Predicate<Caller> visibility;
  private final List<String> scopes;
  private final @Nullable Duration timeout;
  private final boolean inline;
  private final Map<Class<?>, Object> attachments;

  <T> ToolDefinition(ToolBuilder<T> builder, ToolHandler<T> handler) {
    JsonObject schema = builder.inputSchema;
    this.draft =
        Tool.builder(builder.name, schema == null ? noArguments() : schema)
            .title(builder.title)
            .description(builder.description)
            .outputSchema(builder.outputSchema)
            .annotations(builder.annotations)
            .icons(builder.icons)
            .meta(builder.meta)
            .build();
    this.inputType = builder.inputType;
    this.outputType = builder.outputType;
    this.handler = handler;
    this.visibility = builder.visibility;
    this.scopes = builder.scopes;
    this.timeout = builder.timeout;
    this.inline = builder.settings.has("inline");
    this.attachments = Map.copyOf(builder.attachments);
  }

  /**
   * Describes a tool.
   *
   * @param name its name; letters, digits, {@code _}, {@code -} and {@code .} are safe everywhere
   * @param definition describes it and gives it its handler
   * @return the tool
   */
  public static ToolDefinition of(
      String name, Function<ToolBuilder<JsonObject>, ToolDefinition> definition) {
    return definition.apply(new ToolBuilder<>(name));
  }

  /**
   * Returns the name.
   *
   * @return the name
   */
  public String name() {
    return draft.name();
  }

  /** Whether it takes part in an extension by an attachment of a class. */
  boolean has(Class<?> attachment) {
    return attachments.containsKey(attachment);
  }

  private static JsonObject noArguments() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    return new JsonObject(schema.put("type", "object").put("additionalProperties", false));
  }

  /**
   * Makes the schemas.
   *
   * @throws IllegalArgumentException if one is at fault
   */
  @SuppressWarnings("unchecked") // the builder ties the handler to the input type
  ToolEntry<?> compile(UserTypes types) {
    if (inputType == null) {
      return entry(
          draft.inputSchema(), false, Function.identity(), types, handler(JsonObject.class));
    }
    return typedEntry(inputType, types);
  }

  private <T> ToolEntry<T> typedEntry(Class<T> type, UserTypes types) {
    JsonObject schema = new JsonObject(SchemaGenerator.of(types).inputSchema(type));
    return entry(schema, true, json -> types.read(json.node(), type), types, handler(type));
  }

  @SuppressWarnings("unchecked") // the builder ties the handler to the input type
  private <T> ToolHandler<T> handler(Class<T> unused) {
    return (ToolHandler<T>) handler;
  }

  private <T> ToolEntry<T> entry(
      JsonObject inputSchema,
      boolean generated,
      Function<JsonObject, T> reader,
      UserTypes types,
      ToolHandler<T> typedHandler) {
    JsonNode type = inputSchema.get("type");
    if (type == null || !type.isString() || !type.stringValue().equals("object")) {
      throw fault("the arguments must be an object: the input schema needs \"type\": \"object\"");
    }
    JsonObject outputSchema =
        outputType == null
            ? draft.outputSchema()
            : new JsonObject(SchemaGenerator.of(types).outputSchema(outputType));
    try {
      return new ToolEntry<>(
          draft.toBuilder().inputSchema(inputSchema).outputSchema(outputSchema).build(),
          compile(inputSchema, generated),
          reader,
          HeaderParameters.of(inputSchema.node()),
          outputSchema == null
              ? null
              : new OutputContract(compile(outputSchema, outputType != null), outputType),
          typedHandler,
          visibility,
          scopes,
          timeout,
          inline,
          attachments);
    } catch (InvalidSchemaException e) {
      throw fault(e.getMessage());
    }
  }

  private static CompiledSchema compile(JsonObject schema, boolean generated) {
    return generated
        ? JsonSchemas.compileGenerated(schema.node())
        : JsonSchemas.compile(schema.node());
  }

  private IllegalArgumentException fault(@Nullable String why) {
    return new IllegalArgumentException("tool " + name() + ": " + why);
  }
}
