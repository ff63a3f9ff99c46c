/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import tools.jackson.databind.JsonNode;

/**
 * Reads and writes every type of the protocol as JSON: records, enums and sealed interfaces of
 * {@code dev.mcp4j.api}, arbitrary {@link JsonNode} and {@link dev.mcp4j.api.JsonObject}.
 *
 * <p>Members a type does not know are ignored, unless the type has a component that keeps them.
 * {@code null} for an optional member counts as absent. Safe for use by several threads; does not
 * block.
 */
public final class McpJson {
  private McpJson() {}

  /**
   * Reads a value.
   *
   * @param type a type of the protocol
   * @param bytes JSON in UTF-8
   * @param <T> the type
   * @return the value
   * @throws JsonSyntaxException if the bytes are not one JSON value
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, byte[] bytes) {
    throw new UnsupportedOperationException("not yet: read " + type);
  }

  /**
   * Reads a value.
   *
   * @param type a type of the protocol
   * @param json the JSON
   * @param <T> the type
   * @return the value; it may share nodes with the JSON
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, JsonNode json) {
    throw new UnsupportedOperationException("not yet: read " + type);
  }

  /**
   * Writes a value.
   *
   * @param value a value of the protocol
   * @return compact JSON in UTF-8, without line breaks
   * @throws IllegalArgumentException if the type is not of the protocol, or JSON cannot express the
   *     value
   */
  public static byte[] write(Object value) {
    throw new UnsupportedOperationException("not yet: write " + value);
  }

  /**
   * Converts a value to a tree.
   *
   * @param value a value of the protocol
   * @return the tree; numbers with a fraction or exponent are decimals
   * @throws IllegalArgumentException if the type is not of the protocol, or JSON cannot express the
   *     value
   */
  public static JsonNode toTree(Object value) {
    throw new UnsupportedOperationException("not yet: convert " + value);
  }
}
