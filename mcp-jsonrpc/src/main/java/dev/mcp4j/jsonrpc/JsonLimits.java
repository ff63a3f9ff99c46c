/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.jsonrpc.json.McpJson;

/**
 * What a peer may send at most. Beyond it a message is {@link Inbound.Malformed}.
 *
 * @param maxBytes bytes of one message
 * @param maxDepth levels of nested objects and arrays
 * @param maxNumberLength characters of one number
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxNumberLength) {
  /**
   * Checks the components.
   *
   * @param maxBytes at least 1
   * @param maxDepth at least 1
   * @param maxNumberLength at least 1
   * @throws IllegalArgumentException if one is less than 1
   */
  public JsonLimits {
    requirePositive(maxBytes, "maxBytes");
    requirePositive(maxDepth, "maxDepth");
    requirePositive(maxNumberLength, "maxNumberLength");
  }

  /** Characters of the id of a request, or of a progress token, if it is a string. */
  public static final int MAX_ID_LENGTH = McpJson.MAX_ID_LENGTH;

  /** 4 MiB, 128 levels, numbers of 1000 characters. */
  public static final JsonLimits DEFAULT = new JsonLimits(4 << 20, 128, 1000);

  private static void requirePositive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
  }
}
