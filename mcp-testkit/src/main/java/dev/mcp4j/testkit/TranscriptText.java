/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a transcript shows an entry: on one line where there is room, else with each member on a line
 * of its own, as deep as it takes.
 */
final class TranscriptText {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private TranscriptText() {}

  static String of(Transcript.Entry entry, Masks.Names names) {
    TranscriptText text = new TranscriptText();
    text.out.append(entry.side().arrow()).append(' ');
    if (entry.isMessage()) {
      text.message(entry.text(), names);
    } else {
      text.out.append('(').append(entry.text()).append(')');
    }
    return text.out.append('\n').toString();
  }

  private void message(String message, Masks.Names names) {
    JsonNode json;
    try {
      json = McpJson.read(JsonNode.class, message.getBytes(UTF_8));
    } catch (JsonSyntaxException e) {
      out.append("(no JSON) ").append(printable(message));
      return;
    }
    value(names.mask(json), INDENT, WIDTH - INDENT.length());
  }

  private void value(JsonNode json, String indent, int room) {
    String compact = json.toString();
    if (compact.length() <= room || !json.isContainer() || json.isEmpty()) {
      out.append(compact);
    } else if (json.isObject()) {
      object(json, indent);
    } else {
      array(json, indent);
    }
  }

  private void object(JsonNode object, String indent) {
    String inner = indent + INDENT;
    out.append('{');
    String separator = "\n";
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = JsonNodeFactory.instance.stringNode(member.getKey()) + ": ";
      out.append(separator).append(inner).append(name);
      value(member.getValue(), inner, WIDTH - inner.length() - name.length() - 1);
      separator = ",\n";
    }
    out.append('\n').append(indent).append('}');
  }

  private void array(JsonNode array, String indent) {
    String inner = indent + INDENT;
    out.append('[');
    String separator = "\n";
    for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
      out.append(separator).append(inner);
      value(elements.next(), inner, WIDTH - inner.length() - 1);
      separator = ",\n";
    }
    out.append('\n').append(indent).append(']');
  }

  /** Makes bytes that are no message harmless for a terminal. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c >= ' ' && c != 0x7f) {
                shown.append((char) c);
              } else {
                shown.append("\\u%04x".formatted(c));
              }
            });
    return shown.toString();
  }
}
