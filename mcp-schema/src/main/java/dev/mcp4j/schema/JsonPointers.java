/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import tools.jackson.databind.JsonNode;

/** The text of JSON Pointers (RFC 6901). */
final class JsonPointers {

  private JsonPointers() {}

  /** Appends one step to a pointer. */
  static void append(StringBuilder pointer, String step) {
    pointer.append('/').append(escape(step));
  }

  /** The pointer one step further. */
  static String child(String pointer, String step) {
    return pointer + '/' + escape(step);
  }

  static String child(String pointer, int index) {
    return pointer + '/' + index;
  }

  /**
   * The node a pointer leads to, or a missing node. The pointer is empty or starts with a slash.
   */
  static JsonNode resolve(JsonNode root, String pointer) {
    JsonNode node = root;
    int start = 1;
    while (start <= pointer.length() && !node.isMissingNode()) {
      int slash = pointer.indexOf('/', start);
      int end = slash < 0 ? pointer.length() : slash;
      String step = pointer.substring(start, end).replace("~1", "/").replace("~0", "~");
      node = node.isArray() ? node.path(index(step)) : node.path(step);
      start = end + 1;
    }
    return node;
  }

  private static int index(String step) {
    try {
      return Integer.parseInt(step);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String escape(String step) {
    return step.replace("~", "~0").replace("/", "~1");
  }
}
