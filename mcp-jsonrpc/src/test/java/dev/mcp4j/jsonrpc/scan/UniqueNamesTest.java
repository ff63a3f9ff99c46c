/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** However a parser is led through a text, it finds the names that Jackson's own finds twice. */
class UniqueNamesTest {
  private static final JsonFactory SCANNING = new ScanningJsonFactory(strict());
  private static final JsonFactory PLAIN = strict().build();

  /** Each pair has one hash code, as have all their sequences of one length. */
  private static final List<String> EQUAL_HASHES = List.of("Aa", "BB");

  @Property(tries = 1000)
  void sameNamesAreFoundTwice(@ForAll("values") String json, @ForAll long seed) {
    assertThat(walk(SCANNING, json, new Random(seed)))
        .isEqualTo(walk(PLAIN, json, new Random(seed)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 10, 16, 17, 100})
  void everyNameOfAnObjectIsRememberedUntilItsEnd(int count) {
    String members = members(IntStream.range(0, count).mapToObj(i -> "n" + i));
    String open = "[{" + members + "},{\"o\":{" + members + "}," + members;

    assertThat(tokens(open + "}]")).last().isEqualTo("END_ARRAY");
    for (int again = 0; again < count; again++) {
      String name = "\"n" + again + '"';
      assertThat(tokens(open + ',' + name + ":0}]"))
          .last()
          .isEqualTo("Duplicate Object property " + name);
    }
  }

  @Test
  void manyNamesOfOneHashCodeAreToldApart() {
    List<String> names = List.of("");
    for (int i = 0; i < 13; i++) {
      names =
          names.stream().flatMap(start -> EQUAL_HASHES.stream().map(end -> start + end)).toList();
    }
    assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
    String members = members(names.stream());

    assertThat(tokens("{" + members + "}")).last().isEqualTo("END_OBJECT");
    assertThat(tokens("{" + members + ",\"" + names.get(0) + "\":0}"))
        .last()
        .isEqualTo("Duplicate Object property \"" + names.get(0) + '"');
  }

  private static List<String> tokens(String json) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser =
        SCANNING.createParser(ObjectReadContext.empty(), json.getBytes(UTF_8))) {
      for (JsonToken token; (token = parser.nextToken()) != null; ) {
        tokens.add(token.name());
      }
    } catch (JacksonException e) {
      tokens.add(e.getOriginalMessage());
    }
    return tokens;
  }

  /** Goes through a text as readers do, one way or another at each token. */
  private static List<String> walk(JsonFactory factory, String json, Random random) {
    List<String> seen = new ArrayList<>();
    byte[] bytes = ("xx" + json + "]").getBytes(UTF_8);
    try (JsonParser parser =
        factory.createParser(ObjectReadContext.empty(), bytes, 2, bytes.length - 3)) {
      do {
        step(parser, random, seen);
        seen.add(parser.currentTokenLocation() + " to " + parser.currentLocation());
        seen.add(parser.streamReadContext().pathAsPointer() + " " + parser.currentToken());
      } while (parser.currentToken() != null);
    } catch (JacksonException e) {
      seen.add(e.getMessage() + e.getLocation());
    }
    return seen;
  }

  private static void step(JsonParser parser, Random random, List<String> seen) {
    switch (random.nextInt(4)) {
      case 0 -> seen.add(parser.nextName());
      case 1 -> {
        parser.nextToken();
        parser.skipChildren();
      }
      case 2 -> {
        parser.nextValue();
        seen.add(parser.getValueAsString() + " of " + parser.currentName());
      }
      default -> parser.nextToken();
    }
  }

  private static String members(Stream<String> names) {
    return names.map(name -> '"' + name + "\":0").collect(Collectors.joining(","));
  }

  private static JsonFactoryBuilder strict() {
    return JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  @Provide
  Arbitrary<String> values() {
    return value(4);
  }

  /** Objects with one member, with a few, and with many, of names that are often equal. */
  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalar = Arbitraries.of("0", "\"a\"", "true", "null", "-1.5e3", "");
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> value(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(1, scalar),
        Tuple.of(2, inner.list().ofMaxSize(3).map(values -> '[' + String.join(",", values) + ']')),
        Tuple.of(6, object(names(), inner, 3)),
        Tuple.of(2, members(numbered(40).list().ofMaxSize(12).uniqueElements(), inner)),
        Tuple.of(1, object(numbered(1000), scalar, 40)));
  }

  private static Arbitrary<String> object(
      Arbitrary<String> names, Arbitrary<String> values, int maxSize) {
    return members(names.list().ofMaxSize(maxSize), values);
  }

  private static Arbitrary<String> members(
      Arbitrary<List<String>> names, Arbitrary<String> values) {
    return Combinators.combine(names, values)
        .as(
            (all, value) ->
                all.stream()
                    .map(name -> '"' + name + "\": " + value)
                    .collect(Collectors.joining(" ,", "{", "}")));
  }

  /** Some of them are spellings of one name. */
  private static Arbitrary<String> names() {
    return Arbitraries.of(
        "a",
        "\\u0061",
        "b",
        "",
        "ä",
        "\\u00e4",
        "\\u00E4",
        "\\ud83d\\ude00",
        "\ud83d\ude00",
        "AaAaAaAa",
        "AaAaAaBB",
        "AaAaBBAa",
        "io.modelcontextprotocol/protocolVersion",
        "io.modelcontextprotocol\\/protocolVersion",
        "io.modelcontextprotocol/protocolVersio",
        "x".repeat(300),
        "x".repeat(299) + "\\u0078",
        "x".repeat(299) + "y");
  }

  private static Arbitrary<String> numbered(int count) {
    return Arbitraries.integers().between(1, count).map(i -> "name" + i);
  }
}
