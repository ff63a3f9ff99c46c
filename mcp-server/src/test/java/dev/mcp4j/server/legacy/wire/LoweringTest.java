/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.ListPromptsResult;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class LoweringTest {
  private static final String ICONS = "\"icons\":[{\"src\":\"https://x/i.png\"}]";
  private static final String CACHE = "\"ttlMs\":0,\"cacheScope\":\"private\"";
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":{\"name\":\"s\",\"version\":\"1\"},\"a/b\":1}";

  private static JsonNode lowered(
      LegacyRevision revision, Class<? extends Result> type, String json) {
    Result result = McpJson.read(type, json.getBytes(UTF_8));
    return McpJson.toTree(new Lowering(revision).lower(result));
  }

  private static boolean has(LegacyRevision revision, LegacyRevision since) {
    return revision.isAtLeast(since);
  }

  @ParameterizedTest
  @EnumSource
  void toolsHaveWhatTheirRevisionHas(LegacyRevision revision) {
    JsonNode list =
        lowered(
            revision,
            ListToolsResult.class,
            "{\"tools\":[{\"name\":\"t\",\"title\":\"T\",\"inputSchema\":{\"type\":\"object\"},"
                + "\"outputSchema\":{\"type\":\"object\"},\"annotations\":{\"readOnlyHint\":true},"
                + ICONS
                + "}],\"nextCursor\":\"c\","
                + CACHE
                + ","
                + META
                + "}");
    JsonNode tool = list.at("/tools/0");

    assertThat(tool.has("icons")).isEqualTo(has(revision, LegacyRevision.V2025_11_25));
    assertThat(tool.has("title")).isEqualTo(has(revision, LegacyRevision.V2025_06_18));
    assertThat(tool.has("outputSchema")).isEqualTo(has(revision, LegacyRevision.V2025_06_18));
    assertThat(tool.has("annotations")).isEqualTo(has(revision, LegacyRevision.V2025_03_26));
    assertThat(list.get("nextCursor").asString()).isEqualTo("c");
    assertThat(list.has("ttlMs")).isFalse();
    assertThat(list.has("cacheScope")).isFalse();
    assertThat(list.get("_meta").toString()).isEqualTo("{\"a/b\":1}");
  }

  @ParameterizedTest
  @EnumSource
  void otherListsHaveWhatTheirRevisionHas(LegacyRevision revision) {
    JsonNode resources =
        lowered(
            revision,
            ListResourcesResult.class,
            "{\"resources\":[{\"uri\":\"u:a\",\"name\":\"n\",\"title\":\"T\","
                + ICONS
                + "}],"
                + CACHE
                + "}");
    JsonNode templates =
        lowered(
            revision,
            ListResourceTemplatesResult.class,
            "{\"resourceTemplates\":[{\"uriTemplate\":\"u:{a}\",\"name\":\"n\",\"title\":\"T\","
                + ICONS
                + "}],"
                + CACHE
                + "}");
    JsonNode prompts =
        lowered(
            revision,
            ListPromptsResult.class,
            "{\"prompts\":[{\"name\":\"n\",\"title\":\"T\",\"arguments\":[{\"name\":\"a\",\"title\":\"A\"}],"
                + ICONS
                + "}],"
                + CACHE
                + "}");

    for (JsonNode list : new JsonNode[] {resources, templates, prompts}) {
      JsonNode item = list.properties().iterator().next().getValue().get(0);
      assertThat(item.has("icons")).isEqualTo(has(revision, LegacyRevision.V2025_11_25));
      assertThat(item.has("title")).isEqualTo(has(revision, LegacyRevision.V2025_06_18));
      assertThat(list.has("ttlMs")).isFalse();
    }
    assertThat(prompts.at("/prompts/0/arguments/0").has("title"))
        .isEqualTo(has(revision, LegacyRevision.V2025_06_18));
  }

  @ParameterizedTest
  @EnumSource
  void contentThatARevisionDoesNotHaveBecomesText(LegacyRevision revision) {
    String content = "{\"type\":\"audio\",\"data\":\"AA==\",\"mimeType\":\"audio/wav\"}";
    String link =
        "{\"type\":\"resource_link\",\"uri\":\"u:a\",\"name\":\"n\",\"title\":\"T\"," + ICONS + "}";
    JsonNode called =
        lowered(revision, CallToolResult.class, "{\"content\":[" + content + "," + link + "]}");
    JsonNode prompt =
        lowered(
            revision,
            GetPromptResult.class,
            "{\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}");

    String audio = has(revision, LegacyRevision.V2025_03_26) ? "audio" : "text";
    assertThat(called.at("/content/0/type").asString()).isEqualTo(audio);
    assertThat(prompt.at("/messages/0/content/type").asString()).isEqualTo(audio);
    if (has(revision, LegacyRevision.V2025_06_18)) {
      assertThat(called.at("/content/1").has("icons"))
          .isEqualTo(has(revision, LegacyRevision.V2025_11_25));
    } else {
      assertThat(called.at("/content/1/text").asString()).isEqualTo("T: u:a");
    }
  }

  @Test
  void contentsAreNotCached() {
    JsonNode read =
        lowered(
            LegacyRevision.LATEST,
            ReadResourceResult.class,
            "{\"contents\":[{\"uri\":\"u:a\",\"text\":\"x\"}]," + CACHE + "}");

    assertThat(read.toString()).isEqualTo("{\"contents\":[{\"uri\":\"u:a\",\"text\":\"x\"}]}");
  }

  private static JsonNode asked(LegacyRevision revision, String question) throws Exception {
    InputRequest request = McpJson.read(InputRequest.class, question.getBytes(UTF_8));
    var lowered = new QuestionLowering(revision, () -> "id-1").lower(request);
    Payload params = LegacyJson.toMessage(RequestId.of(1), lowered).params();
    return LegacyJson.read(JsonObject.class, params).node();
  }

  private static String form(String fields) {
    return "{\"method\":\"elicitation/create\",\"params\":{\"mode\":\"form\",\"message\":\"m\","
        + "\"requestedSchema\":{\"type\":\"object\",\"properties\":{"
        + fields
        + "}}}}";
  }

  @Test
  void firstRevisionWithFormsHasNeitherModesNorDefaultsNorTitledChoices() throws Exception {
    JsonNode params =
        asked(
            LegacyRevision.V2025_06_18,
            form(
                "\"a\":{\"type\":\"string\",\"default\":\"x\"},\"b\":{\"type\":\"integer\",\"default\":1},"
                    + "\"c\":{\"type\":\"boolean\",\"default\":true},"
                    + "\"d\":{\"type\":\"string\",\"oneOf\":[{\"const\":\"r\",\"title\":\"Red\"}]}"));

    assertThat(params.has("mode")).isFalse();
    JsonNode fields = params.at("/requestedSchema/properties");
    assertThat(fields.get("a").toString()).isEqualTo("{\"type\":\"string\"}");
    assertThat(fields.get("b").toString()).isEqualTo("{\"type\":\"integer\"}");
    assertThat(fields.get("c").get("default").asBoolean()).isTrue();
    assertThat(fields.get("d").toString())
        .isEqualTo("{\"type\":\"string\",\"enum\":[\"r\"],\"enumNames\":[\"Red\"]}");
  }

  @Test
  void severalChoicesAtOnceCannotBeAskedForBeforeTheirRevision() {
    String question =
        form("\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"r\"]}}");

    assertThatThrownBy(() -> asked(LegacyRevision.V2025_06_18, question))
        .isInstanceOf(UnansweredException.class)
        .hasMessageContaining("the field a");
  }

  @Test
  void latestRevisionIsAskedAsTheServerAsks() throws Exception {
    JsonNode params =
        asked(LegacyRevision.V2025_11_25, form("\"a\":{\"type\":\"string\",\"default\":\"x\"}"));

    assertThat(params.get("mode").asString()).isEqualTo("form");
    assertThat(params.at("/requestedSchema/properties/a/default").asString()).isEqualTo("x");
  }

  @Test
  void messageWithSeveralPiecesIsSplitWhereAMessageHasOne() throws Exception {
    String question =
        "{\"method\":\"sampling/createMessage\",\"params\":{\"maxTokens\":1,\"messages\":["
            + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},"
            + "{\"type\":\"text\",\"text\":\"b\"}]}]}}";

    JsonNode before = asked(LegacyRevision.V2025_06_18, question);
    assertThat(before.get("messages")).hasSize(2);
    assertThat(before.at("/messages/1/content/text").asString()).isEqualTo("b");
    JsonNode latest = asked(LegacyRevision.V2025_11_25, question);
    assertThat(latest.at("/messages/0/content")).hasSize(2);
  }
}
