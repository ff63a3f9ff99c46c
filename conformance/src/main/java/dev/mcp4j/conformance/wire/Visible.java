/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.util.stream.Stream;

/** Shows bytes as text in which nothing is hidden. */
final class Visible {
  private static final int LONGEST_LINE = 4_000;

  private Visible() {}

  static Stream<String> lines(Bytes bytes) {
    String text = bytes.isUtf8() ? bytes.text() : latin1(bytes);
    String[] lines = text.split("\n", -1);
    boolean ended = lines.length > 1 && lines[lines.length - 1].isEmpty();
    return Stream.of(lines).limit(ended ? lines.length - 1L : lines.length).map(Visible::line);
  }

  private static String line(String text) {
    String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < line.length() && visible.length() < LONGEST_LINE; i++) {
      char c = line.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < line.length();
      if (pair) {
        visible.append(c).append(line.charAt(++i));
      } else if (c == '\t' || (Character.isDefined(c) && !isHidden(c))) {
        visible.append(c);
      } else {
        visible.append(c < 256 ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
      }
    }
    return visible.length() < LONGEST_LINE ? visible.toString() : visible + "…";
  }

  private static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  private static String latin1(Bytes bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes.toArray()) {
      char c = (char) (b & 0xff);
      text.append(c < 128 ? String.valueOf(c) : "\\x%02x".formatted((int) c));
    }
    return text.toString();
  }
}
