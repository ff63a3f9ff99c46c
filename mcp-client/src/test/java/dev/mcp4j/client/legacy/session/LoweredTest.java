/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.SamplingCapability;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LoweredTest {
  private static final ClientCapabilities EVERYTHING =
      ClientCapabilities.builder()
          .roots(JsonObject.EMPTY)
          .sampling(new SamplingCapability(JsonObject.EMPTY, JsonObject.EMPTY, JsonObject.EMPTY))
          .elicitation(ElicitationCapability.FORM_AND_URL)
          .extensions(Map.of("io.example/x", JsonObject.EMPTY))
          .build();

  private static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V2025_11_25 | {"roots":{"listChanged":true},"sampling":{"context":{},"tools":{}},"elicitation":{"form":{},"url":{}}}
          V2025_06_18 | {"roots":{"listChanged":true},"sampling":{},"elicitation":{}}
          V2025_03_26 | {"roots":{"listChanged":true},"sampling":{}}
          V2024_11_05 | {"roots":{"listChanged":true},"sampling":{}}
          """)
  void capabilitiesAreThoseTheRevisionHas(LegacyRevision revision, String expected) {
    assertThat(McpJson.toTree(Lowered.capabilities(EVERYTHING, revision)))
        .isEqualTo(json(expected));
  }

  @Test
  void linksAloneAreNothingBeforeTheyCame() {
    ClientCapabilities links =
        ClientCapabilities.builder()
            .elicitation(new ElicitationCapability(null, JsonObject.EMPTY, JsonObject.EMPTY))
            .build();

    assertThat(Lowered.capabilities(links, LegacyRevision.V2025_06_18).elicitation()).isNull();
    assertThat(Lowered.capabilities(links, LegacyRevision.V2025_11_25).elicitation()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(LegacyRevision.class)
  void whatTheClientCannotDoIsNotDeclared(LegacyRevision revision) {
    assertThat(Lowered.capabilities(ClientCapabilities.NONE, revision))
        .isEqualTo(ClientCapabilities.NONE);
  }

  @Test
  void identityHasTheMembersOfTheRevision() {
    Implementation full =
        Implementation.builder("n", "1").title("t").description("d").websiteUrl("u").build();

    assertThat(Lowered.clientInfo(full, LegacyRevision.V2025_11_25)).isEqualTo(full);
    assertThat(Lowered.clientInfo(full, LegacyRevision.V2025_06_18))
        .isEqualTo(Implementation.builder("n", "1").title("t").build());
    assertThat(Lowered.clientInfo(full, LegacyRevision.V2025_03_26))
        .isEqualTo(Implementation.builder("n", "1").build());
  }

  @Test
  void metadataOfThisRevisionIsStrippedAndTheRestKept() {
    JsonObject other = JsonObject.EMPTY.with("com.example/x", json("1"));
    TraceContext trace = new TraceContext("00-a-b-01", null, null);
    RequestMeta meta =
        RequestMeta.builder()
            .protocolVersion("2026-07-28")
            .clientInfo(Implementation.builder("n", "1").build())
            .clientCapabilities(EVERYTHING)
            .logLevel(LoggingLevel.DEBUG)
            .progressToken(ProgressToken.of(7))
            .traceContext(trace)
            .other(other)
            .build();

    assertThat(Lowered.params(new CallToolRequestParams("t", null, Map.of(), "s", meta)))
        .isEqualTo(
            new CallToolRequestParams(
                "t",
                null,
                null,
                null,
                RequestMeta.builder()
                    .progressToken(ProgressToken.of(7))
                    .traceContext(trace)
                    .other(other)
                    .build()));
  }

  @Test
  void wordsOfAModelAreOneBlockBefore20251125() {
    String words =
        "{\"role\":\"assistant\",\"model\":\"m\",\"content\":"
            + "[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"text\",\"text\":\"b\"}]}";

    assertThat(Lowered.answer(json(words), LegacyRevision.V2025_11_25).node())
        .isEqualTo(json(words));
    assertThat(Lowered.answer(json(words), LegacyRevision.V2025_06_18).get("content"))
        .isEqualTo(json("{\"type\":\"text\",\"text\":\"ab\"}"));
  }

  @Test
  void answersToFormsStayAsTheyAre() {
    String form = "{\"action\":\"accept\",\"content\":{\"model\":\"m\",\"tags\":[\"a\"]}}";

    for (LegacyRevision revision : List.of(LegacyRevision.values())) {
      assertThat(Lowered.answer(json(form), revision).node()).isEqualTo(json(form));
    }
  }
}
