/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.completion.Reference;
import dev.mcp4j.api.completion.UnrecognizedReference;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.SamplingMessageContentBlock;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.content.UnrecognizedContent;
import dev.mcp4j.api.elicitation.PrimitiveSchemaDefinition;
import dev.mcp4j.api.elicitation.UnrecognizedSchemaDefinition;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.UnrecognizedResourceContents;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A member of a union that nobody knows keeps its object, wherever its discriminator stands. */
class UnrecognizedTest {
  static Stream<Arguments> unknownMembers() {
    Function<JsonObject, Object> content = UnrecognizedContent::new;
    Function<JsonObject, Object> reference = UnrecognizedReference::new;
    Function<JsonObject, Object> request = json -> new UnrecognizedInputRequest("new/ask", json);
    Function<JsonObject, Object> contents = UnrecognizedResourceContents::new;
    Function<JsonObject, Object> field = UnrecognizedSchemaDefinition::new;
    return Stream.of(
        Arguments.of(ContentBlock.class, "'type':'video'", content),
        Arguments.of(SamplingMessageContentBlock.class, "'type':'video'", content),
        Arguments.of(Reference.class, "'type':'ref/new'", reference),
        Arguments.of(InputRequest.class, "'method':'new/ask'", request),
        Arguments.of(ResourceContents.class, "'uri':'x:y'", contents),
        Arguments.of(PrimitiveSchemaDefinition.class, "'type':'date'", field),
        Arguments.of(PrimitiveSchemaDefinition.class, "'type':['string']", field),
        Arguments.of(PrimitiveSchemaDefinition.class, "'type':'string','format':'ip'", field));
  }

  @ParameterizedTest
  @MethodSource("unknownMembers")
  void unknownMemberKeepsItsObject(
      Class<?> union, String discriminator, Function<JsonObject, Object> unrecognized) {
    String others = "'a':{'b':[1.50,null]},'c':12345678901234567890123";

    for (String json :
        List.of(
            "{" + discriminator + "," + others + "}",
            "{" + others + "," + discriminator + "}",
            "{" + discriminator + "}")) {
      Object read = read(union, json);

      assertThat(read).isEqualTo(unrecognized.apply(object(json)));
      assertThat(text(read)).isEqualTo(json);
    }
  }

  @Test
  void knownMemberIsReadWhereverItsDiscriminatorStands() {
    TextContent expected = (TextContent) read(ContentBlock.class, "{'type':'text','text':'x'}");

    assertThat(read(ContentBlock.class, "{'text':'x','type':'text'}")).isEqualTo(expected);
    assertThat(read(SamplingMessageContentBlock.class, "{'text':'x','type':'text'}"))
        .isEqualTo(expected);
  }

  @Test
  void memberWithoutDiscriminatorIsRefused() {
    for (String json : List.of("{}", "{'text':'x'}")) {
      assertThatThrownBy(() -> read(ContentBlock.class, json))
          .isInstanceOf(JsonShapeException.class)
          .hasMessage("/type: expected a value but found nothing");
    }
    for (String json : List.of("{'type':7}", "{'text':'x','type':7}")) {
      assertThatThrownBy(() -> read(ContentBlock.class, json))
          .isInstanceOf(JsonShapeException.class)
          .hasMessage("/type: expected a string but found 7");
    }
  }

  @Test
  void faultInAMemberIsReportedInItsPlaceWhereverTheDiscriminatorStands() {
    for (String json :
        List.of(
            "[{'type':'text','text':[1],'annotations':{}}]",
            "[{'text':[1],'type':'text','annotations':{}}]")) {
      assertThatThrownBy(() -> read(CallToolResult.class, "{'content':" + json + "}"))
          .isInstanceOf(JsonShapeException.class)
          .hasMessage("/content/0/text: expected a string but found an array");
    }
  }

  private static Object read(Class<?> type, String json) {
    return McpJson.read(type, json.replace('\'', '"').getBytes(UTF_8));
  }

  private static JsonObject object(String json) {
    return new JsonObject((ObjectNode) read(JsonNode.class, json));
  }

  private static String text(Object value) {
    return new String(McpJson.write(value), UTF_8).replace('"', '\'');
  }
}
