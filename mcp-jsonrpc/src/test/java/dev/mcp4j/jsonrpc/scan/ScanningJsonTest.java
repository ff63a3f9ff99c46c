/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Whatever is read or written, it is what Jackson's own parser and generator make of it. */
class ScanningJsonTest {
  private static final JsonFactory SCANNING = new ScanningJsonFactory(JsonFactory.builder());
  private static final JsonFactory PLAIN = JsonFactory.builder().build();

  @Property(tries = 500)
  void stringsAreReadAsJacksonReadsThem(@ForAll("documents") String json) {
    assertThat(tokens(SCANNING, json, true)).isEqualTo(tokens(PLAIN, json, true));
  }

  @Property(tries = 500)
  void stringsAreSkippedAsJacksonSkipsThem(@ForAll("documents") String json) {
    assertThat(tokens(SCANNING, json, false)).isEqualTo(tokens(PLAIN, json, false));
  }

  @Property(tries = 500)
  void stringsAreWrittenAsJacksonWritesThem(@ForAll("texts") String text) {
    assertThat(written(SCANNING, text)).isEqualTo(written(PLAIN, text));
  }

  @Test
  void everyCharacterInALongStringIsWrittenAndReadBack() {
    for (char c = 0; c < 0x100; c++) {
      String text = "x".repeat(200) + c + "y".repeat(9) + c;
      String json = written(SCANNING, text);
      assertThat(json).isEqualTo(written(PLAIN, text));
      assertThat(tokens(SCANNING, json, true)).contains("VALUE_STRING " + text);
    }
  }

  @Test
  void textIsTheSameHoweverOftenItIsAskedFor() {
    byte[] json = ("\"" + "long\\n".repeat(50) + "\"").getBytes(UTF_8);
    try (JsonParser parser = SCANNING.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      assertThat(parser.getString()).isEqualTo(parser.getString()).isEqualTo("long\n".repeat(50));
      assertThat(parser.getStringLength()).isEqualTo(250);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void textMayStandInTheMiddleOfAnArray() {
    byte[] bytes = "xx{\"a\":\"b\"}\"".getBytes(UTF_8);
    try (JsonParser parser = SCANNING.createParser(ObjectReadContext.empty(), bytes, 2, 9)) {
      parser.nextToken();
      assertThat(parser.nextName()).isEqualTo("a");
      parser.nextToken();
      assertThat(parser.getString()).isEqualTo("b");
      assertThat(parser.currentLocation().getByteOffset()).isEqualTo(8);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
  }

  private static List<String> tokens(JsonFactory factory, String json, boolean read) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), json.getBytes(UTF_8))) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        String text = read ? " " + parser.getString() : "";
        tokens.add(token + text);
        tokens.add(parser.currentTokenLocation() + " to " + parser.currentLocation());
      }
    } catch (JacksonException e) {
      tokens.add(e.getMessage());
    }
    return tokens;
  }

  private static String written(JsonFactory factory, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
      generator.writeStartArray();
      generator.writeString(text);
      generator.writeString(text);
      generator.writeEndArray();
    }
    return bytes.toString(UTF_8);
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> inside =
        Arbitraries.of(
                "\\\"",
                "\\\\",
                "\\/",
                "\\b",
                "\\f",
                "\\n",
                "\\r",
                "\\t",
                "\\u0041",
                "\\u00e4",
                "\\u20AC",
                "\\ud83d\\ude00",
                "\\ud83d",
                "\\u12",
                "\\uZZZZ",
                "\\x",
                "\\",
                "\"",
                "\n",
                "\u0001",
                "/",
                "?",
                "a",
                "plain text",
                "\u00e9",
                "\u20ac",
                "\ud83d\ude00",
                "x".repeat(40))
            .list()
            .ofMaxSize(12)
            .map(parts -> String.join("", parts));
    return inside
        .list()
        .ofMaxSize(4)
        .map(
            strings ->
                "[" + String.join(",", strings.stream().map(s -> '"' + s + '"').toList()) + "]");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "\"",
            "\\",
            "/",
            "?",
            "\n",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u00e9",
            "\u20ac",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "<",
            "a",
            "x".repeat(70))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
