/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON that a script brings along as a text. */
final class JsonText {
  private JsonText() {}

  static ObjectNode object(String json) {
    JsonNode node;
    try {
      node = McpJson.read(JsonNode.class, json.getBytes(UTF_8));
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException("the script has no JSON: " + e.getMessage(), e);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("the script needs a JSON object here, not " + node);
  }

  /** The object as it is written, without its line breaks. */
  static Payload payload(String json) {
    byte[] bytes = McpJson.write(object(json));
    return new Payload.Raw(bytes, 0, bytes.length);
  }
}
