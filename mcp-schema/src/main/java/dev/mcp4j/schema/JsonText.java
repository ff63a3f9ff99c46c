/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import tools.jackson.databind.JsonNode;

/** Values as an error message shows them: short, on one line, free of control characters. */
final class JsonText {

  private static final int SHOWN = 60;
  private static final int PATH_END = 100;

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

  /** A JSON Pointer, whose names may be anybody's, without its middle if it is long. */
  static String path(String pointer) {
    int length = pointer.length();
    return length <= 2 * PATH_END
        ? printable(pointer)
        : printable(pointer.substring(0, PATH_END))
            + '…'
            + printable(pointer.substring(length - PATH_END));
  }

  private static String shorten(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= SHOWN;
    return fits ? printable(text) : printable(text.substring(0, cut(text))) + '…';
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
    return shown.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static int cut(String text) {
    return text.offsetByCodePoints(0, SHOWN);
  }
}
