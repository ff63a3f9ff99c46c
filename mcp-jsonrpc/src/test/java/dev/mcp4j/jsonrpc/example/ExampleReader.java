/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.InputResponse;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads examples as what the name of their type says they are. */
final class ExampleReader {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private ExampleReader() {}

  static Object read(Example example) {
    return read(example.typeName(), example.bytes());
  }

  /** Reads a value of the type of an example. */
  static Object read(String name, byte[] bytes) {
    JsonNode tree = McpJson.read(JsonNode.class, bytes);
    if (tree.has("jsonrpc")) {
      return message(name, bytes);
    }
    if (name.equals("InputRequests") || name.equals("InputResponses")) {
      return map(tree, name.equals("InputRequests") ? InputRequest.class : InputResponse.class);
    }
    if (name.equals("InputRequiredResult") || name.equals("Result")) {
      return reply(bytes, CallToolResult.class);
    }
    if (name.endsWith("Error")) {
      return McpJson.read(JsonRpcError.class, bytes);
    }
    Class<?> type = ApiTypes.named(name);
    return Result.class.isAssignableFrom(type)
        ? reply(bytes, type.asSubclass(Result.class))
        : McpJson.read(type, bytes);
  }

  static byte[] write(Object value) {
    if (value instanceof JsonRpcMessage message) {
      return CODEC.encode(message);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, element) -> object.set((String) key, McpJson.toTree(element)));
      return McpJson.write(object);
    }
    return McpJson.write(value);
  }

  /** Spells out what may be left out, and leaves out what means nothing. */
  static JsonNode canonical(JsonNode example) {
    example.findParents("requestedSchema").stream()
        .map(ObjectNode.class::cast)
        .filter(params -> !params.has("mode"))
        .forEach(params -> params.put("mode", "form"));
    if (example.path("method").asString("").equals("roots/list")) {
      ((ObjectNode) example).remove("id");
    }
    return example;
  }

  private static JsonRpcMessage message(String name, byte[] bytes) {
    Class<? extends Result> result =
        name.endsWith("ResultResponse")
            ? ApiTypes.named(name.substring(0, name.length() - "Response".length()))
                .asSubclass(Result.class)
            : EmptyResult.class;
    Inbound inbound = CODEC.decode(bytes, 0, bytes.length, new CoreWithResult(result));
    assertThat(inbound).isInstanceOf(Inbound.Single.class);
    return ((Inbound.Single) inbound).message();
  }

  private static Map<String, Object> map(JsonNode tree, Class<?> type) {
    Map<String, Object> map = new LinkedHashMap<>();
    tree.forEachEntry((key, value) -> map.put(key, McpJson.read(type, value)));
    return map;
  }

  private static Object reply(byte[] bytes, Class<? extends Result> type) {
    return CODEC.readReply(new Payload.Raw(bytes, 0, bytes.length), type);
  }
}
