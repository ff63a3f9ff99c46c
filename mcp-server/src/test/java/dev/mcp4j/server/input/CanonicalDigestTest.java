/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CanonicalDigestTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  @Test
  void orderOfMembersMakesNoDifference() {
    assertThat(digest("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"))
        .isEqualTo(digest("{\"b\":{\"d\":3,\"c\":2},\"a\":1}"));
  }

  @Test
  void orderOfElementsDoes() {
    assertThat(digest("[1,2]")).isNotEqualTo(digest("[2,1]"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1, 1e0",
    "100, 1E+2",
    "0, -0",
    "0, 0.0",
    "0, 0e99",
    "1.50, 1.5",
    "1e400, 10e399"
  })
  void spellingOfNumbersMakesNoDifference(String one, String other) {
    assertThat(digest(one)).isEqualTo(digest(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "1;2",
        "1;-1",
        "1;10",
        "1e400;1e401",
        "9007199254740993;9007199254740992",
        "1;\"1\"",
        "null;\"null\"",
        "null;[]",
        "true;false",
        "[];{}",
        "[[]];[]",
        "[[1],[2]];[[1,2]]",
        "[\"ab\"];[\"a\",\"b\"]",
        "{\"a\":null};{}",
        "{\"a\":\"b\"};[\"a\",\"b\"]",
        "{\"ab\":\"\"};{\"a\":\"b\"}",
        "\"\";\" \"",
      })
  void differentValuesDiffer(String one, String other) {
    assertThat(digest(one)).isNotEqualTo(digest(other));
  }

  @Test
  void halvesOfSurrogatePairsAreToldApart() {
    assertThat(CanonicalDigest.of(JSON.stringNode("\ud800")))
        .isNotEqualTo(CanonicalDigest.of(JSON.stringNode("\ud801")));
  }

  @Property(tries = 500)
  void anotherSpellingOfTheSameValueHasTheSameDigest(@ForAll Random random) {
    JsonNode value = value(random, 4);
    assertThat(CanonicalDigest.of(respell(value, random))).isEqualTo(CanonicalDigest.of(value));
  }

  @Property(tries = 500)
  void equalDigestsMeanEqualValues(@ForAll Random random) {
    JsonNode one = value(random, 2);
    JsonNode other = value(random, 2);
    boolean same = normal(one).equals(normal(other));
    assertThat(CanonicalDigest.of(one).equals(CanonicalDigest.of(other))).isEqualTo(same);
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.stringNode(List.of("", "a", "b", "1").get(random.nextInt(4)));
      case 3 -> JSON.numberNode(random.nextLong(-3, 4));
      case 4 ->
          JSON.numberNode(BigDecimal.valueOf(random.nextLong(-99, 99), random.nextInt(-9, 9)));
      case 5 -> {
        ArrayNode array = JSON.arrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(i -> array.add(value(random, depth - 1)));
        yield array;
      }
      default -> {
        ObjectNode object = JSON.objectNode();
        IntStream.range(0, random.nextInt(4))
            .forEach(i -> object.set("m" + random.nextInt(5), value(random, depth - 1)));
        yield object;
      }
    };
  }

  private static JsonNode respell(JsonNode value, Random random) {
    if (value.isObject()) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(value.properties());
      Collections.shuffle(members, random);
      ObjectNode object = JSON.objectNode();
      members.forEach(member -> object.set(member.getKey(), respell(member.getValue(), random)));
      return object;
    } else if (value.isArray()) {
      return JSON.arrayNode()
          .addAll(value.values().stream().map(it -> respell(it, random)).toList());
    } else if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return JSON.numberNode(number.setScale(number.scale() + random.nextInt(4)));
    }
    return value;
  }

  private static JsonNode normal(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JSON.objectNode();
      value.properties().forEach(member -> object.set(member.getKey(), normal(member.getValue())));
      return object;
    } else if (value.isArray()) {
      return JSON.arrayNode()
          .addAll(value.values().stream().map(CanonicalDigestTest::normal).toList());
    } else if (value.isNumber()) {
      return JSON.stringNode("number " + value.decimalValue().stripTrailingZeros());
    }
    return value;
  }

  private static String digest(String json) {
    return CanonicalDigest.of(MAPPER.readTree(json));
  }
}
