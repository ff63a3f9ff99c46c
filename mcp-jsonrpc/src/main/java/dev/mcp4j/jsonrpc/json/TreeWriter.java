/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes trees without the start-up cost of data binding. */
final class TreeWriter {
  private TreeWriter() {}

  static void write(JsonGenerator generator, JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(generator, node);
      case ARRAY -> array(generator, node);
      case STRING -> generator.writeString(node.stringValue());
      case NUMBER -> number(generator, node.numberValue());
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      case NULL -> generator.writeNull();
      case BINARY -> generator.writeBinary(node.binaryValue());
      default ->
          throw new IllegalArgumentException("not a JSON value: " + node.getNodeType() + " node");
    }
  }

  private static void object(JsonGenerator generator, JsonNode node) {
    generator.writeStartObject();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      name(generator, member.getKey());
      write(generator, member.getValue());
    }
    generator.writeEndObject();
  }

  /** Writes the name of a member, unless it holds half a surrogate pair, which readers refuse. */
  static void name(JsonGenerator generator, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        requirePairs(name);
        break;
      }
    }
    generator.writeName(name);
  }

  private static void requirePairs(String name) {
    if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new IllegalArgumentException("a member name holds half a surrogate pair");
    }
  }

  private static void array(JsonGenerator generator, JsonNode node) {
    generator.writeStartArray();
    for (JsonNode element : node) {
      write(generator, element);
    }
    generator.writeEndArray();
  }

  private static void number(JsonGenerator generator, Number number) {
    if (number instanceof BigDecimal decimal) {
      generator.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      generator.writeNumber(integer);
    } else if (number instanceof Double || number instanceof Float) {
      fraction(generator, number);
    } else {
      generator.writeNumber(number.longValue());
    }
  }

  private static void fraction(JsonGenerator generator, Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new IllegalArgumentException("JSON has no number " + number);
    }
    if (number instanceof Float value) {
      generator.writeNumber(value);
    } else {
      generator.writeNumber(number.doubleValue());
    }
  }
}
