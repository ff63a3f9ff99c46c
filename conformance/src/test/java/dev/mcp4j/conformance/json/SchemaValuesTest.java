/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.schema.JsonSchemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemaValuesTest {
  private static final JsonNode SCHEMA =
      Json.object(
          """
          {"type":"object","required":["n","e"],"additionalProperties":false,
           "properties":{"n":{"type":"integer","minimum":3,"maximum":4},"e":{"enum":["x","y"]},
             "s":{"type":"string","minLength":7},"a":{"type":"array","items":{"type":"boolean"},"minItems":1}}}
          """);

  @Test
  void validValuesAreValidAndInvalidOnesAreNot() {
    var compiled = JsonSchemas.compile(SCHEMA);
    for (int seed = 0; seed < 100; seed++) {
      assertThat(compiled.validate(SchemaValues.valid(SCHEMA, seed).orElseThrow())).isEmpty();
      assertThat(compiled.validate(SchemaValues.invalid(SCHEMA, seed).orElseThrow())).isNotEmpty();
    }
  }

  @Test
  void nothingIsMadeWhereNothingCanBe() {
    assertThat(SchemaValues.invalid(Json.object("{\"type\":\"object\"}"), 1)).isEmpty();
    JsonNode impossible = Json.object("{\"type\":\"object\",\"not\":{}}");
    assertThat(SchemaValues.valid(impossible, 1)).isEmpty();
  }
}
