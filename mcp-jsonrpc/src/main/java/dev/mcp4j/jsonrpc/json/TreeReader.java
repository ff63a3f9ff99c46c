/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads trees with exact numbers, without the start-up cost of data binding. */
final class TreeReader {
  /** More would let a few bytes become a number of many megabytes in somebody's arithmetic. */
  private static final int MAX_EXPONENT = 100_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TreeReader() {}

  static JsonNode read(JsonInput in) {
    JsonParser parser = in.parser();
    if (parser instanceof TreeParser tree) {
      return tree.takeNode();
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> in.restOfObject(NODES.objectNode());
      case START_ARRAY -> array(in);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> fraction(in);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw in.mismatch("a value");
    };
  }

  private static ArrayNode array(JsonInput in) {
    ArrayNode array = NODES.arrayNode();
    while (in.parser().nextToken() != JsonToken.END_ARRAY) {
      array.add(read(in));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
    };
  }

  private static JsonNode fraction(JsonInput in) {
    BigDecimal value = decimal(in);
    boolean negativeZero = value.signum() == 0 && in.text().startsWith("-");
    return negativeZero ? DoubleNode.valueOf(-0.0) : DecimalNode.valueOf(value);
  }

  /** Reads any number, exactly. */
  static BigDecimal decimal(JsonInput in) {
    if (!in.is(JsonToken.VALUE_NUMBER_INT) && !in.is(JsonToken.VALUE_NUMBER_FLOAT)) {
      throw in.mismatch("a number");
    }
    BigDecimal value = parsed(in.parser());
    if (value == null || Math.abs((long) value.scale()) > MAX_EXPONENT) {
      throw in.mismatch("a number with an exponent of at most " + MAX_EXPONENT);
    }
    return value;
  }

  private static @Nullable BigDecimal parsed(JsonParser parser) {
    try {
      return parser.getDecimalValue();
    } catch (JacksonException | NumberFormatException e) {
      return null;
    }
  }
}
