/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.jsonrpc.json.McpJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

class OutputSchemaLoweringTest {
  private static JsonObject schema(String json) {
    return McpJson.read(JsonObject.class, json.getBytes(UTF_8));
  }

  private static String lowered(String json) {
    Tool tool = Tool.builder("t", JsonObject.EMPTY).outputSchema(schema(json)).build();
    JsonObject lowered = OutputSchemaLowering.lower(tool).outputSchema();
    return lowered == null ? "none" : lowered.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"object\"}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"
      })
  void schemaOfObjectsStaysAsItIs(String json) {
    assertThat(lowered(json)).isEqualTo(json);
  }

  @Test
  void schemaThatSaysObjectElsewhereSaysItAtItsRootToo() {
    assertThat(lowered("{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"type\":\"object\"}}}"))
        .isEqualTo(
            "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"type\":\"object\"}},\"type\":\"object\"}");
    assertThat(lowered("{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"object\"}]}"))
        .isEqualTo("{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"object\"}],\"type\":\"object\"}");
  }

  @Test
  void schemaOfOtherValuesBecomesThatOfAMember() {
    assertThat(
            lowered(
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"integer\"}"))
        .isEqualTo(
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
                + "\"properties\":{\"result\":{\"type\":\"integer\"}},\"required\":[\"result\"]}");
  }

  @Test
  void referencesFollowTheirTargets() {
    assertThat(
            lowered(
                "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/n\"},\"$defs\":{\"n\":{\"anyOf\":"
                    + "[{\"$ref\":\"#\"},{\"$ref\":\"#anchor\"},{\"const\":{\"$ref\":\"#/data\"}}]}}}"))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"result\":{\"type\":\"array\",\"items\":"
                + "{\"$ref\":\"#/properties/result/$defs/n\"},\"$defs\":{\"n\":{\"anyOf\":"
                + "[{\"$ref\":\"#/properties/result\"},{\"$ref\":\"#anchor\"},"
                + "{\"const\":{\"$ref\":\"#/data\"}}]}}}},\"required\":[\"result\"]}");
  }

  @Test
  void schemaWithAnIdentifierKeepsItsReferences() {
    assertThat(lowered("{\"$id\":\"https://x/\",\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}"))
        .contains("{\"$ref\":\"#\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":[\"object\",\"null\"]}",
        "{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}",
        "{\"$ref\":\"#\"}",
        "{\"$ref\":\"https://elsewhere/\"}",
        "{\"$ref\":\"#/$defs/nowhere\"}"
      })
  void schemaThatAdmitsBothIsLeftOut(String json) {
    assertThat(lowered(json)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1} | {\"a\":1}",
        "1         | {\"result\":1}",
        "\"x\"     | {\"result\":\"x\"}",
        "[1,2]     | {\"result\":[1,2]}",
        "null      | {\"result\":null}"
      })
  void valueThatIsNoObjectBecomesAMember(String value, String lowered) {
    JsonNode json = McpJson.read(JsonNode.class, value.getBytes(UTF_8));

    CallToolResult result = CallToolResult.builder().structuredContent(json).build();

    assertThat(OutputSchemaLowering.lower(result).structuredContent()).hasToString(lowered);
  }

  @Test
  void metadataSaysWhatIsWrapped() {
    Tool tool = Tool.builder("t", JsonObject.EMPTY).outputSchema(schema("{}")).build();
    CallToolResult result = CallToolResult.builder().structuredContent(schema("{}").node()).build();

    assertThat(OutputSchemaLowering.lower(tool).meta().isEmpty()).isTrue();
    assertThat(OutputSchemaLowering.lower(result).meta()).isEqualTo(ResultMeta.EMPTY);
    assertThat(
            OutputSchemaLowering.lower(
                    tool.toBuilder().outputSchema(schema("{\"type\":\"null\"}")).build())
                .meta())
        .hasToString("{\"dev.mcp4j/wrapped\":true}");
    assertThat(
            OutputSchemaLowering.lower(
                    CallToolResult.builder().structuredContent(NullNode.getInstance()).build())
                .meta()
                .other())
        .hasToString("{\"dev.mcp4j/wrapped\":true}");
  }
}
