/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.UserTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the results of tools as values of the application. Servers whose results have to be objects
 * put other values into one; what cannot be read as the object is read as its only member.
 */
final class ToolValues {
  /** What servers call the only member of such an object. */
  private static final String WRAPPED = "result";

  private ToolValues() {}

  static <T> T read(String tool, CallToolResult result, Class<T> type, UserTypes types) {
    requireSuccess(tool, result);
    if (type == CallToolResult.class) {
      return type.cast(result);
    }
    if (type == String.class && (result.structuredContent() == null || text(result) != null)) {
      return type.cast(requireText(tool, result));
    }
    JsonNode json = json(tool, result);
    if (type == JsonNode.class) {
      return type.cast(json);
    }
    if (type == JsonObject.class && json instanceof ObjectNode object) {
      return type.cast(new JsonObject(object));
    }
    return bind(tool, result, json, type, types);
  }

  static <E> List<E> readList(
      String tool, CallToolResult result, Class<E> element, UserTypes types) {
    requireSuccess(tool, result);
    JsonNode json = json(tool, result);
    JsonNode wrapped = wrapped(json);
    if (wrapped != null) {
      json = wrapped;
    }
    if (!json.isArray()) {
      throw new InvalidToolResultException(
          tool, "expected an array, was " + json.getNodeType(), result, null);
    }
    List<E> values = new ArrayList<>(json.size());
    for (JsonNode item : json) {
      values.add(bind(tool, result, item, element, types));
    }
    return List.copyOf(values);
  }

  private static void requireSuccess(String tool, CallToolResult result) {
    if (result.failed()) {
      throw new ToolFailedException(tool, result);
    }
  }

  private static <T> T bind(
      String tool, CallToolResult result, JsonNode json, Class<T> type, UserTypes types) {
    try {
      return types.read(json, type);
    } catch (BindingException e) {
      JsonNode wrapped = wrapped(json);
      if (wrapped != null && !wrapped.isObject()) {
        return bind(tool, result, wrapped, type, types);
      }
      throw new InvalidToolResultException(tool, e.getMessage(), result, e);
    }
  }

  /** The value in an object that was made for it; null if it is none. */
  private static @Nullable JsonNode wrapped(JsonNode json) {
    return json.isObject() && json.size() == 1 ? json.get(WRAPPED) : null;
  }

  private static JsonNode json(String tool, CallToolResult result) {
    if (result.structuredContent() != null) {
      return result.structuredContent();
    }
    try {
      return McpJson.read(
          JsonNode.class, requireText(tool, result).getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new InvalidToolResultException(
          tool, "expected structuredContent or a text that is JSON: " + e.getMessage(), result, e);
    }
  }

  private static String requireText(String tool, CallToolResult result) {
    String text = text(result);
    if (text == null) {
      throw new InvalidToolResultException(tool, "expected a text, found none", result, null);
    }
    return text;
  }

  private static @Nullable String text(CallToolResult result) {
    List<String> texts =
        result.content().stream()
            .filter(TextContent.class::isInstance)
            .map(content -> ((TextContent) content).text())
            .collect(Collectors.toList());
    return texts.isEmpty() ? null : String.join("\n", texts);
  }
}
