/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes every type of the protocol as JSON: records, enums and sealed interfaces of
 * {@code dev.mcp4j.api}, and arbitrary JSON as {@link JsonNode} or {@link
 * dev.mcp4j.api.JsonObject}.
 *
 * <p>Members a type does not know are ignored, unless the type has a component that keeps them.
 * {@code null} for an optional member counts as absent, except where any JSON value may stand. A
 * union member nobody knows keeps its object. Numbers in arbitrary JSON are exact.
 *
 * <p>A result is read and written without {@code resultType}: that is a {@link Reply}. Safe for use
 * by several threads; does not block.
 */
public final class McpJson {
  /** Characters of the id of a request, or of a progress token, if it is a string. */
  public static final int MAX_ID_LENGTH = 256;

  private static final StrictJson TEXT = StrictJson.create(128, 1000);

  /** Reads back whatever was written here. */
  private static final StrictJson OWN_TEXT =
      StrictJson.create(StrictJson.MAX_WRITE_DEPTH, Integer.MAX_VALUE);

  private McpJson() {}

  /**
   * Reads a value from a text, nested at most 128 levels deep, with numbers of at most 1000
   * characters.
   *
   * @param type a type of the protocol
   * @param bytes JSON in UTF-8
   * @param <T> the type
   * @return the value
   * @throws JsonSyntaxException if the bytes are not one JSON value, or beyond a limit
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, byte[] bytes) {
    return TEXT.parse(bytes, 0, bytes.length, parser -> read(type, parser));
  }

  /**
   * Reads a value from a text that {@link #write(Object)} made, however deep it is. Not for what a
   * peer sent.
   *
   * @param type a type of the protocol
   * @param bytes JSON in UTF-8
   * @param <T> the type
   * @return the value
   * @throws JsonSyntaxException if the bytes are not one JSON value
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T readBack(Class<T> type, byte[] bytes) {
    return OWN_TEXT.parse(bytes, 0, bytes.length, parser -> read(type, parser));
  }

  /**
   * Reads a value from a tree.
   *
   * @param type a type of the protocol
   * @param json the tree
   * @param <T> the type
   * @return the value; it may share nodes with the tree
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, JsonNode json) {
    return JsonInput.of(json).read(JsonTypes.of(type));
  }

  /**
   * Reads a value in the middle of a text.
   *
   * @param type a type of the protocol
   * @param parser at the first token of the value; afterwards at its last token
   * @param <T> the type
   * @return the value
   * @throws JsonShapeException if the JSON does not have the shape of the type; the path is that in
   *     the whole text; the parser is somewhere inside the value
   * @throws tools.jackson.core.JacksonException if the parser fails
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, JsonParser parser) {
    return new JsonInput(parser).read(JsonTypes.of(type));
  }

  /**
   * Reads how a request was answered, in the middle of a text. Without {@code resultType} the
   * answer is complete, as it is from servers of older revisions.
   *
   * @param type the type of a complete result
   * @param parser at the first token of the result; afterwards at its last token
   * @param <R> the type of a complete result
   * @return the reply
   * @throws JsonShapeException as in {@link #read(Class, JsonParser)}
   * @throws tools.jackson.core.JacksonException if the parser fails
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <R extends Result> Reply<R> readReply(Class<R> type, JsonParser parser) {
    return Replies.read(new JsonInput(parser), JsonTypes.objectType(type));
  }

  /**
   * Writes a value as a text.
   *
   * @param value a value of the protocol, or a {@link Reply} that does not stay open
   * @return compact JSON in UTF-8, without line breaks
   * @throws IllegalArgumentException if the type is not of the protocol, or JSON cannot express the
   *     value
   */
  public static byte[] write(Object value) {
    return written(generator -> write(value, generator));
  }

  static byte[] written(Consumer<JsonGenerator> writer) {
    return TEXT.write(writer);
  }

  /**
   * Writes a value in the middle of a text.
   *
   * @param value a value of the protocol, or a {@link Reply} that does not stay open
   * @param generator where the value is due
   * @throws tools.jackson.core.JacksonException if the generator fails
   * @throws IllegalArgumentException if the type is not of the protocol, or JSON cannot express the
   *     value
   */
  public static void write(Object value, JsonGenerator generator) {
    JsonTypes.write(new JsonOutput(generator), value);
  }

  /**
   * Converts a value to a tree.
   *
   * @param value a value of the protocol, or a {@link Reply} that does not stay open
   * @return the tree; numbers with a fraction or exponent are decimals
   * @throws IllegalArgumentException if the type is not of the protocol, or JSON cannot express the
   *     value
   */
  public static JsonNode toTree(Object value) {
    return readBack(JsonNode.class, write(value));
  }
}
