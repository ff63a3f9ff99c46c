/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON text or tree at one of its tokens. Where it stands is asked of the parser on failure only.
 */
final class JsonInput {
  /** Reads what a parser with limits has read before. */
  private static final StrictJson ACCEPTED_TEXT =
      StrictJson.create(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final JsonParser parser;

  JsonInput(JsonParser parser) {
    this.parser = parser;
  }

  static JsonInput of(JsonNode tree) {
    JsonParser parser = new TreeParser(tree);
    parser.nextToken();
    return new JsonInput(parser);
  }

  JsonParser parser() {
    return parser;
  }

  boolean is(JsonToken token) {
    return parser.hasToken(token);
  }

  boolean isNull() {
    return parser.hasToken(JsonToken.VALUE_NULL);
  }

  boolean isScalar() {
    return parser.currentToken().isScalarValue();
  }

  boolean isString() {
    return parser.hasToken(JsonToken.VALUE_STRING);
  }

  String text() {
    return parser.getString();
  }

  void startObject() {
    if (!is(JsonToken.START_OBJECT)) {
      throw mismatch("an object");
    }
  }

  /**
   * Moves on to the value of the next member. Returns its name, or null at the end of the object.
   */
  @Nullable String nextMember() {
    String name = parser.nextName();
    if (name != null) {
      parser.nextToken();
    }
    return name;
  }

  void skip() {
    parser.skipChildren();
  }

  <T> T read(JsonType<T> type) {
    return type.read(this);
  }

  /** Reads the value of an optional member: null counts as absent. */
  <T> @Nullable T optional(JsonType<T> type) {
    return isNull() ? null : type.read(this);
  }

  <T> T optional(JsonType<T> type, T absent) {
    return isNull() ? absent : type.read(this);
  }

  <T> List<T> list(JsonType<T> type) {
    if (!is(JsonToken.START_ARRAY)) {
      throw mismatch("an array");
    }
    List<T> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(type.read(this));
    }
    return list;
  }

  <T> List<T> optionalList(JsonType<T> type) {
    return isNull() ? List.of() : list(type);
  }

  <T> Map<String, T> map(JsonType<T> type) {
    startObject();
    Map<String, T> map = new LinkedHashMap<>();
    for (String name; (name = nextMember()) != null; ) {
      map.put(name, type.read(this));
    }
    return map;
  }

  <T> Map<String, T> optionalMap(JsonType<T> type) {
    return isNull() ? Map.of() : map(type);
  }

  JsonNode tree() {
    return TreeReader.read(this);
  }

  /** Reads the value that ended at the current token once more. */
  JsonNode treeFrom(byte[] text, int from, int to) {
    try {
      return ACCEPTED_TEXT.parse(text, from, to - from, again -> new JsonInput(again).tree());
    } catch (JsonShapeException e) {
      throw e.under(path());
    }
  }

  /** Adds the members that are left of an object. */
  ObjectNode restOfObject(ObjectNode start) {
    for (String name; (name = nextMember()) != null; ) {
      start.set(name, tree());
    }
    return start;
  }

  JsonObject object() {
    startObject();
    ObjectNode node = (ObjectNode) tree();
    return node.isEmpty() ? JsonObject.EMPTY : new JsonObject(node);
  }

  /** Reads a tree that was taken from this input and ended at the current token. */
  <T> T fromTree(JsonNode tree, Function<JsonInput, T> read) {
    return from(tree, "", read);
  }

  /** Reads a member of an object that was taken from this input and ended at the current token. */
  <T> T fromMember(ObjectNode object, String name, JsonType<T> type) {
    return from(required(object.get(name), name), "/" + name, type::read);
  }

  private <T> T from(JsonNode tree, String subPath, Function<JsonInput, T> read) {
    try {
      return read.apply(of(tree));
    } catch (JsonShapeException e) {
      throw e.under(path() + subPath);
    }
  }

  /** Checks a member that can have one value only, if it is there. */
  void constant(String expected) {
    if (!isNull() && !(isString() && text().equals(expected))) {
      throw mismatch('"' + expected + '"');
    }
  }

  /** Checks, at the end of an object, that a required member was there. */
  <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw missing(name, "a value");
    }
    return value;
  }

  JsonShapeException missing(String name, String expected) {
    return new JsonShapeException(path() + "/" + name, expected, "nothing");
  }

  JsonShapeException mismatch(String expected) {
    return mismatch(expected, describeToken());
  }

  JsonShapeException mismatch(String expected, String actual) {
    return new JsonShapeException(path(), expected, actual);
  }

  private String path() {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  private String describeToken() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_NULL -> "null";
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_STRING -> Shown.value('"' + text() + '"', "another string");
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Shown.value(text(), "another number");
      default -> "nothing";
    };
  }
}
