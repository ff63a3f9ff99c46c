/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.rules;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates what properties need. Property classes inherit it. */
public abstract class Generators {
  private static final long SAFE = (1L << 53) - 1;

  /** For subclasses. */
  protected Generators() {}

  /**
   * Generates ids that every server has to take: safe integers and strings of all sorts.
   *
   * @return the ids
   */
  @Provide
  protected Arbitrary<JsonNode> ids() {
    Arbitrary<JsonNode> numbers =
        Arbitraries.longs().between(-SAFE, SAFE).map(Json.NODES::numberNode);
    Arbitrary<JsonNode> strings = texts().ofMinLength(1).ofMaxLength(40).map(Json::string);
    Arbitrary<JsonNode> lookalikes =
        Arbitraries.of("0", "1", "-1", "null", "true", "1.0", "[]", "{}", "NaN").map(Json::string);
    return Arbitraries.frequencyOf(
        Tuple.of(3, numbers), Tuple.of(3, strings), Tuple.of(1, lookalikes));
  }

  /**
   * Generates ways to write the same JSON.
   *
   * @return the styles
   */
  @Provide
  protected Arbitrary<JsonStyle> styles() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1000),
            Arbitraries.of(false, true),
            Arbitraries.of(JsonStyle.Escapes.values()))
        .as(JsonStyle::new);
  }

  /**
   * Generates texts of well-formed Unicode, without NUL.
   *
   * @return the texts, of any length
   */
  protected static StringArbitrary texts() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange(' ', '~')
        .withCharRange('\u00a1', '\u02af')
        .withCharRange('\u3041', '\u3096')
        .withChars('\t', '\u2028', '\u200f', '\ufeff', '\uffe6');
  }

  /**
   * Generates values of well-formed JSON, nested some levels deep.
   *
   * @return the values
   */
  @Provide
  protected Arbitrary<JsonNode> values() {
    return value(3);
  }

  private static Arbitrary<JsonNode> value(int depth) {
    Arbitrary<JsonNode> scalar =
        Arbitraries.oneOf(
            texts().ofMaxLength(20).map(Json::string),
            emoji(),
            Arbitraries.longs().between(-SAFE, SAFE).map(Json.NODES::numberNode),
            Arbitraries.of(true, false).map(Json.NODES::booleanNode),
            Arbitraries.just(Json.NODES.nullNode()));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<JsonNode> array = value(depth - 1).list().ofMaxSize(3).map(Json::array);
    Arbitrary<JsonNode> object =
        Arbitraries.maps(names(), value(depth - 1)).ofMaxSize(3).map(Generators::object);
    return Arbitraries.frequencyOf(Tuple.of(3, scalar), Tuple.of(1, array), Tuple.of(1, object));
  }

  private static Arbitrary<JsonNode> emoji() {
    return Arbitraries.of("😀", "🏴‍☠️", "e\u0301", "\ud83d\ude00\u200d").map(Json::string);
  }

  private static JsonNode object(Map<String, JsonNode> members) {
    ObjectNode object = Json.object();
    members.forEach(object::set);
    return object;
  }

  /**
   * Generates plain names.
   *
   * @return the names
   */
  protected static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars('_', '0')
        .ofMinLength(1)
        .ofMaxLength(12);
  }

  /**
   * Generates methods that no revision and no extension has.
   *
   * @return the methods
   */
  @Provide
  protected Arbitrary<String> unknownMethods() {
    Arbitrary<String> removed =
        Arbitraries.of(
            "tools/List", "TOOLS/LIST", "tools", "tools/", "rpc.discover", "tools/call/");
    Arbitrary<String> made =
        Combinators.combine(names(), names()).as((one, two) -> "conformance-" + one + "/" + two);
    return Arbitraries.oneOf(removed, made);
  }

  /**
   * Generates keys of metadata that nobody has reserved.
   *
   * @return the keys
   */
  @Provide
  protected Arbitrary<String> foreignKeys() {
    return Combinators.combine(names(), names())
        .as((one, two) -> "com.example.k" + one.replace('_', 'x') + "/" + two.replace('_', 'x'));
  }

  /**
   * Generates versions that nobody implements.
   *
   * @return the versions
   */
  @Provide
  protected Arbitrary<String> unknownVersions() {
    Arbitrary<String> dates =
        Combinators.combine(
                Arbitraries.integers().between(1900, 2023),
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 28))
            .as("%04d-%02d-%02d"::formatted);
    Arbitrary<String> others =
        Arbitraries.of("1.0", "latest", "2026-07-29", "2026-7-28", "2999-01-01", "DRAFT-2026-v1");
    return Arbitraries.oneOf(dates, others);
  }

  /**
   * Generates where to cut bytes.
   *
   * @return the positions, in rising order
   */
  @Provide
  protected Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers()
        .between(0, 900)
        .list()
        .ofMaxSize(5)
        .map(list -> list.stream().sorted().toList());
  }

  /**
   * Generates a position within something, as a fraction.
   *
   * @return from 0 up to 1
   */
  @Provide
  protected Arbitrary<Double> positions() {
    return Arbitraries.doubles().between(0, 0.99);
  }
}
