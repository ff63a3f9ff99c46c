/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.extension.ExtensionId;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ExtensionTypesTest {
  private static final JsonObject MEMBERS =
      new JsonObject(JsonNodeFactory.instance.objectNode().put("taskId", "t").put("n", 1));

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void membersAndMetadataAreReadApart() {
    ExtensionParams params =
        McpJson.read(
            ExtensionParams.class,
            bytes(
                "{'taskId':'t','_meta':{'io.modelcontextprotocol/protocolVersion':'2026-07-28'},"
                    + "'n':1}"));

    assertThat(params.members()).isEqualTo(MEMBERS);
    assertThat(params.meta())
        .isEqualTo(RequestMeta.builder().protocolVersion(ProtocolVersion.V2026_07_28).build());
    assertThat(McpJson.read(ExtensionParams.class, McpJson.write(params))).isEqualTo(params);
  }

  @Test
  void membersStandFlat() {
    JsonNode expected = McpJson.read(JsonNode.class, bytes("{'taskId':'t','n':1}"));

    assertThat(McpJson.toTree(ExtensionParams.of(MEMBERS))).isEqualTo(expected);
    assertThat(McpJson.toTree(ExtensionNotificationParams.of(MEMBERS))).isEqualTo(expected);
    assertThat(McpJson.toTree(ExtensionResult.of(MEMBERS))).isEqualTo(expected);
  }

  @Test
  void reservedMembersAreNoneOfAnExtension() {
    JsonObject meta = MEMBERS.with("_meta", JsonNodeFactory.instance.objectNode());
    JsonObject type = MEMBERS.with("resultType", JsonNodeFactory.instance.stringNode("x"));

    assertThatIllegalArgumentException().isThrownBy(() -> ExtensionParams.of(meta));
    assertThatIllegalArgumentException().isThrownBy(() -> ExtensionNotificationParams.of(meta));
    assertThatIllegalArgumentException().isThrownBy(() -> ExtensionResult.of(meta));
    assertThatIllegalArgumentException().isThrownBy(() -> ExtensionResult.of(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.example/stamps", "io.modelcontextprotocol/tasks", "a/b", "x-1.y/Z.z_9-a"})
  void identifierHasAPrefixAndAName(String id) {
    assertThat(ExtensionId.require(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stamps",
        "/x",
        "com.example/",
        "com..example/x",
        "1com/x",
        "com-/x",
        "com.example/-x",
        "com.example/x/y",
        "com example/x",
        "com.example/x\n"
      })
  void otherTextsAreNoIdentifiers(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> ExtensionId.require(id));
  }
}
