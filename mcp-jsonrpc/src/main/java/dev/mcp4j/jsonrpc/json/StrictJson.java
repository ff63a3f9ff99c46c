/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.jsonrpc.framing.Utf8;
import dev.mcp4j.jsonrpc.scan.ScanningJsonFactory;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text as this library takes it: one value in strict UTF-8, within limits, and no member twice
 * in an object. A member that occurs twice has no one meaning, so two readers could understand such
 * a text differently.
 *
 * <p>Immutable and safe for use by several threads; does not block.
 */
public final class StrictJson {
  static final int MAX_WRITE_DEPTH = 500;

  private final JsonFactory factory;

  private StrictJson(JsonFactory factory) {
    this.factory = factory;
  }

  /**
   * Makes a reader and writer.
   *
   * @param maxDepth levels of nested objects and arrays that are read
   * @param maxNumberLength characters of one number that are read
   * @return the reader and writer
   * @throws IllegalArgumentException if a limit is negative
   */
  public static StrictJson create(int maxDepth, int maxNumberLength) {
    return new StrictJson(
        new ScanningJsonFactory(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(maxNumberLength)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(MAX_WRITE_DEPTH).build())));
  }

  /**
   * Reads a text.
   *
   * @param bytes an array that holds the text
   * @param offset where the text starts
   * @param length how many bytes it takes
   * @param reader reads the value from a parser at its first token, up to its last token; what it
   *     throws other than a failure of the parser passes through
   * @param <T> the type of the value
   * @return the value
   * @throws JsonSyntaxException if the bytes are not one JSON value, or beyond a limit
   * @throws IndexOutOfBoundsException if the part lies outside the array
   */
  public <T> T parse(byte[] bytes, int offset, int length, Function<JsonParser, T> reader) {
    int invalid = Utf8.indexOfInvalidJson(bytes, offset, length);
    if (invalid >= 0) {
      throw new JsonSyntaxException("not UTF-8 at byte " + (invalid - offset));
    }
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      try {
        return parseAll(parser, reader);
      } catch (JacksonException e) {
        throw explain(e, parser);
      }
    }
  }

  private static <T> T parseAll(JsonParser parser, Function<JsonParser, T> reader) {
    if (parser.nextToken() == null) {
      throw new JsonSyntaxException("no JSON at all");
    }
    T value = reader.apply(parser);
    if (parser.nextToken() != null) {
      long offset = parser.currentTokenLocation().getByteOffset();
      throw new JsonSyntaxException("a second value at byte " + offset);
    }
    return value;
  }

  private static JsonSyntaxException explain(JacksonException failure, JsonParser parser) {
    long located = failure.getLocation() == null ? -1 : failure.getLocation().getByteOffset();
    long offset = located >= 0 ? located : parser.currentLocation().getByteOffset();
    return new JsonSyntaxException(what(failure) + " at byte " + offset);
  }

  /** The parser tells these apart in its text only. */
  private static String what(JacksonException failure) {
    String message = failure.getOriginalMessage();
    if (failure instanceof UnexpectedEndOfInputException) {
      return "the JSON ends too early";
    }
    if (message.startsWith("Duplicate")) {
      return "a member name occurs twice";
    }
    if (message.startsWith("Document nesting depth")) {
      return "objects and arrays are nested too deep";
    }
    return message.startsWith("Number value length") ? "a number is too long" : "not JSON";
  }

  /**
   * Writes a text.
   *
   * @param writer writes the value; what it throws passes through
   * @return compact JSON in UTF-8; lone surrogates are escaped
   * @throws IllegalArgumentException if objects and arrays are nested deeper than 500 levels
   */
  public byte[] write(Consumer<JsonGenerator> writer) {
    ByteSink bytes = new ByteSink();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      writer.accept(generator);
    } catch (StreamConstraintsException e) {
      throw new IllegalArgumentException(
          "objects and arrays are nested deeper than " + MAX_WRITE_DEPTH + " levels");
    }
    return bytes.toByteArray();
  }
}
