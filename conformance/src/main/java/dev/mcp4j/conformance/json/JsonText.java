/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Writes JSON in a given style. */
public final class JsonText {
  private static final String[] BLANKS = {" ", "\t", "  ", " \t "};

  private final JsonStyle style;
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private JsonText(JsonStyle style) {
    this.style = style;
    this.random = new Random(style.order());
  }

  /**
   * Writes a value. The text has no newline outside of strings, so it fits every framing.
   *
   * @param node the value
   * @param style how to write it
   * @return its text
   */
  public static String write(JsonNode node, JsonStyle style) {
    JsonText writer = new JsonText(style);
    writer.value(node);
    return writer.text.toString();
  }

  private void value(JsonNode node) {
    if (node.isObject()) {
      object(node);
    } else if (node.isArray()) {
      array(node);
    } else if (node.isString()) {
      string(node.stringValue());
    } else {
      text.append(Json.write(node));
    }
  }

  private void object(JsonNode node) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
    if (style.order() != 0) {
      Collections.shuffle(members, random);
    }
    text.append('{');
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ",");
      blank();
      string(members.get(i).getKey());
      blank();
      text.append(':');
      blank();
      value(members.get(i).getValue());
      blank();
    }
    text.append('}');
  }

  private void array(JsonNode node) {
    text.append('[');
    for (int i = 0; i < node.size(); i++) {
      text.append(i == 0 ? "" : ",");
      blank();
      value(node.get(i));
      blank();
    }
    text.append(']');
  }

  private void blank() {
    if (style.blanks()) {
      text.append(BLANKS[random.nextInt(BLANKS.length)]);
    }
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean needed = c == '"' || c == '\\' || c < ' ' || isLone(value, i);
      boolean wanted =
          style.escapes() == JsonStyle.Escapes.ALL
              || (style.escapes() == JsonStyle.Escapes.NOT_ASCII && c > 126);
      if (needed || wanted) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static boolean isLone(String value, int index) {
    char c = value.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
  }
}
