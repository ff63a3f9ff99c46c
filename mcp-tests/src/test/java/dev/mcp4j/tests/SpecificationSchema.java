/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.CompiledSchema;
import dev.mcp4j.schema.JsonSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of the specification, if the specification lies beside the project. */
final class SpecificationSchema {
  /** What the model calls otherwise. */
  private static final Map<String, String> NAMES =
      Map.of(
          "RequestMeta", "RequestMetaObject",
          "ResultMeta", "ResultMetaObject",
          "NotificationMeta", "NotificationMetaObject",
          "JsonRpcError", "Error",
          "EmptyRequestParams", "RequestParams",
          "EmptyNotificationParams", "NotificationParams",
          "EmptyResult", "Result");

  private final JsonNode schema;
  private final Map<String, CompiledSchema> compiled = new ConcurrentHashMap<>();

  private SpecificationSchema(JsonNode schema) {
    this.schema = schema;
  }

  static Optional<SpecificationSchema> find() {
    return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
        .map(dir -> dir.resolve("shared/spec/2026-07-28/schema.json"))
        .filter(Files::exists)
        .findFirst()
        .map(SpecificationSchema::read);
  }

  private static SpecificationSchema read(Path file) {
    try {
      return new SpecificationSchema(McpJson.read(JsonNode.class, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the schema has a definition of a type; what is defined in line has none. */
  boolean defines(Class<?> type) {
    return definitions().has(nameOf(type));
  }

  /** The definition of a type, by which values can be validated. */
  CompiledSchema definition(Class<?> type) {
    return compiled.computeIfAbsent(nameOf(type), this::compile);
  }

  private CompiledSchema compile(String name) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$ref", "#/$defs/" + name);
    root.set("$defs", definitions());
    return JsonSchemas.compileGenerated(root);
  }

  private JsonNode definitions() {
    return schema.get("$defs");
  }

  private static String nameOf(Class<?> type) {
    return NAMES.getOrDefault(type.getSimpleName(), type.getSimpleName());
  }
}
