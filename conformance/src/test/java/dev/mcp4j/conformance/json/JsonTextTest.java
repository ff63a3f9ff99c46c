/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonTextTest {
  private static final JsonNode VALUE =
      Json.object(
          """
          {"a":[1,-2.5,{"b":"\\u00e4\\ud83d\\ude00\\n\\u0000"}],"\\"":null,"c":true,"d":"\\ud800"}
          """);

  @Test
  void everyStyleWritesTheSameValueOnOneLine() {
    for (int order = 0; order < 50; order++) {
      for (JsonStyle.Escapes escapes : JsonStyle.Escapes.values()) {
        String text = JsonText.write(VALUE, new JsonStyle(order, order % 2 == 0, escapes));
        assertThat(text).doesNotContain("\n");
        assertThat(Json.same(Json.read(text).orElseThrow(), VALUE)).as(text).isTrue();
      }
    }
  }

  @Test
  void sameValuesNeedNotBeWrittenTheSameWay() {
    JsonNode one = Json.object("{\"a\":1,\"b\":[2.0]}");
    assertThat(Json.same(one, Json.object("{\"b\":[2],\"a\":1.00}"))).isTrue();
    assertThat(Json.same(one, Json.object("{\"b\":[2],\"a\":1,\"c\":1}"))).isFalse();
    assertThat(Json.same(one, Json.object("{\"b\":[3],\"a\":1}"))).isFalse();
  }

  @Test
  void whatIsNotExactlyOneValueIsNone() {
    for (String text : new String[] {"", " ", "{", "{} {}", "nul", "'a'", "01"}) {
      assertThat(Json.read(text)).as(text).isEmpty();
    }
  }
}
