/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A member nobody knows, put into an object, is ignored or kept, and never refused. */
class UnknownMembersTest {
  private static final String UNKNOWN = "x-unknown";

  /** Their members have names that users choose, and values of one type. */
  private static final Set<String> MAPS = Set.of("inputRequests", "properties", "arguments");

  @TestFactory
  Stream<DynamicTest> unknownMemberInAnyObjectIsIgnoredOrKept() {
    return Example.own().stream()
        .filter(example -> !example.typeName().equals("InputResponses"))
        .map(example -> dynamicTest(example.toString(), () -> assertIgnoredOrKept(example)));
  }

  private static void assertIgnoredOrKept(Example example) {
    JsonNode original = McpJson.read(JsonNode.class, example.bytes());
    for (String place : objectsIn(original)) {
      if (MAPS.stream().noneMatch(map -> place.endsWith("/" + map))) {
        JsonNode written = writtenWithUnknown(example.typeName(), original, place);

        assertThat(written)
            .as(place)
            .isIn(
                ExampleReader.canonical(original.deepCopy()),
                ExampleReader.canonical(withUnknown(original, place)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CallToolRequest/retry-with-answers, /params/_meta",
    "CallToolRequest/retry-with-answers, /params/arguments",
    "CallToolRequest/retry-with-answers, /params/inputResponses/sure",
    "CallToolResult/structured-null, /_meta",
    "CallToolResultResponse/asks-all-questions, /result/inputRequests/form/params/requestedSchema",
    "CallToolResultResponse/asks-all-questions, /result/inputRequests/model/params/metadata",
    "CallToolResultResponse/asks-all-questions, /result/inputRequests/new/params",
    "ClientCapabilities/everything-and-misfits, ''",
    "ClientCapabilities/everything-and-misfits, /sampling",
    "ClientCapabilities/everything-and-misfits, /experimental/a",
    "ContentBlock/video-of-a-newer-peer, ''",
    "ContentBlock/video-of-a-newer-peer, /codec",
    "DiscoverResult/every-capability, /capabilities",
    "DiscoverResult/every-capability, /capabilities/extensions/org.example~1tides",
    "EmbeddedResource/contents-of-a-new-kind, /resource",
    "ResourceLink/harbour-log, /annotations",
    "ImageContent/tide-chart, /_meta",
    "Result/of-an-extension, ''",
    "Tool/everything-a-tool-can-say, /annotations",
    "Tool/everything-a-tool-can-say, /inputSchema",
    "Tool/everything-a-tool-can-say, /outputSchema",
    "ToolUseContent/open-gate, /input",
  })
  void openObjectsKeepUnknownMembers(String file, String place) {
    Example example = example(file);
    JsonNode original = McpJson.read(JsonNode.class, example.bytes());

    assertThat(writtenWithUnknown(example.typeName(), original, place))
        .isEqualTo(ExampleReader.canonical(withUnknown(original, place)));
  }

  @ParameterizedTest
  @CsvSource({
    "CallToolRequest/retry-with-answers, ''",
    "CallToolRequest/retry-with-answers, /params",
    "CallToolResult/structured-null, ''",
    "EmbeddedResource/sensor-firmware, /resource",
    "ImageContent/tide-chart, ''",
    "Tool/everything-a-tool-can-say, ''",
  })
  void closedObjectsDropUnknownMembers(String file, String place) {
    Example example = example(file);
    JsonNode original = McpJson.read(JsonNode.class, example.bytes());

    assertThat(writtenWithUnknown(example.typeName(), original, place))
        .isEqualTo(ExampleReader.canonical(original.deepCopy()));
  }

  private static Example example(String file) {
    Optional<Example> example =
        Example.own().stream().filter(e -> e.toString().equals(file + ".json")).findFirst();
    return example.orElseThrow(() -> new AssertionError("no example " + file));
  }

  private static JsonNode writtenWithUnknown(String type, JsonNode original, String place) {
    Object value = ExampleReader.read(type, McpJson.write(withUnknown(original, place)));
    return McpJson.read(JsonNode.class, ExampleReader.write(value));
  }

  private static JsonNode withUnknown(JsonNode original, String place) {
    JsonNode changed = original.deepCopy();
    ((ObjectNode) changed.at(place)).set(UNKNOWN, JsonNodeFactory.instance.arrayNode().add(1));
    return changed;
  }

  private static List<String> objectsIn(JsonNode root) {
    List<String> places = new ArrayList<>();
    collect(root, "", places);
    return places;
  }

  private static void collect(JsonNode node, String place, List<String> places) {
    if (node.isObject()) {
      places.add(place);
      node.properties()
          .forEach(
              member ->
                  collect(
                      member.getValue(),
                      place + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                      places));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), place + "/" + i, places);
    }
  }
}
