/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import tools.jackson.databind.JsonNode;

/** Values as an error message shows them: short, on one line, free of control characters. */
final class JsonText {

  private static final int SHOWN = 60;

  private JsonText() {}

  static String quote(String text) {
    return '"' + shorten(text) + '"';
  }

  /** A scalar as JSON, anything larger by its kind. */
  static String of(JsonNode value) {
    if (value.isString()) {
      return quote(value.stringValue());
    }
    return value.isContainer() ? kind(value) : shorten(value.toString());
  }

  /** The name JSON Schema has for the value's type, with its article. */
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      default -> "no JSON value";
    };
  }

  private static String shorten(String text) {
    StringBuilder shown = new StringBuilder();
    int end = text.codePointCount(0, text.length()) <= SHOWN ? text.length() : cut(text);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return end == text.length() ? shown.toString() : shown.append('…').toString();
  }

  private static int cut(String text) {
    return text.offsetByCodePoints(0, SHOWN);
  }
}
