/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.assertion;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatErrorOf;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatProgress;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatThrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.testkit.Side;
import dev.mcp4j.testkit.Transcript;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class McpAssertionsTest {
  private static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(UTF_8));
  }

  private static void fails(Runnable assertion, String message) {
    assertThatThrownBy(assertion::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  private final CallToolResult hits =
      CallToolResult.builder()
          .content(List.of(TextContent.of("1 hit"), TextContent.of("in 2 files")))
          .structuredContent(json("{\"hits\":[{\"id\":7,\"name\":\"a\"}],\"more\":null}"))
          .build();

  @Test
  void resultOfAToolIsChecked() {
    assertThat(hits)
        .isOk()
        .hasText("1 hit\nin 2 files")
        .hasTextContaining("2 files")
        .hasContent(TextContent.of("1 hit"), TextContent.of("in 2 files"))
        .hasStructured("/hits/0/id", 7)
        .hasStructured("/hits/0/id", 7.0)
        .hasStructured("/hits/0/name", "a")
        .hasStructured("/more", null)
        .hasStructuredJson("{\"more\":null,\"hits\":[{\"name\":\"a\",\"id\":7.00}]}");
    assertThat(CallToolResult.error("no")).isError().hasText("no").hasNoStructured();
  }

  @Test
  void failedToolSaysWhy() {
    fails(
        () -> assertThat(CallToolResult.error("disk full")).isOk(),
        "Expecting the tool to succeed, but it failed with\n  disk full");
    fails(() -> assertThat(hits).isError(), "Expecting the tool to fail, but it returned");
    fails(() -> assertThat(hits).hasText("2 hits"), "but it is\n  1 hit");
    fails(() -> assertThat(hits).hasTextContaining("x"), "Expecting the text to contain\n  x");
    fails(() -> assertThat(hits).hasContent(), "Expecting the content\n  []");
    fails(() -> assertThat(hits).hasNoStructured(), "Expecting no structured content");
    fails(
        () -> assertThat(CallToolResult.error("no")).hasStructured("", 1),
        "Expecting structured content, but there is only");
    fails(() -> assertThat((CallToolResult) null).isOk(), "Expecting actual not to be null");
  }

  @Test
  void jsonIsCheckedByPlace() {
    JsonNode value = json("{\"a\":[1,{\"b\":true}],\"c\":1.50}");

    assertThat(value)
        .has("/a/0", 1)
        .has("/a/1/b", true)
        .has("/c", new BigDecimal("1.5"))
        .has("/a")
        .lacks("/d")
        .isJson("{\"c\":1.5,\"a\":[1,{\"b\":true}]}");
    assertThat(value).at("/a/1").isJson("{\"b\":true}");
    fails(() -> assertThat(value).has("/a/0", 2), "to have at /a/0\n  2\nbut there is\n  1");
    fails(() -> assertThat(value).has("/x", 2), "to have at /x\n  2\nbut there is nothing");
    fails(() -> assertThat(value).has("/x"), "to have something at /x");
    fails(() -> assertThat(value).lacks("/a/0"), "to have nothing at /a/0, but there is\n  1");
    fails(() -> assertThat(value).isJson("{}"), "to have at its root\n  {}");
    assertThatThrownBy(() -> assertThat(value).has("/a", new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void errorsAreChecked() {
    JsonRpcError error = new JsonRpcError(-32602, "no tool x", json("{\"name\":\"x\"}"));

    assertThat(error)
        .hasCode(-32602)
        .hasMessage("no tool x")
        .hasMessageContaining("tool")
        .hasData("/name", "x");
    assertThat(JsonRpcError.of(1, "")).hasNoData();
    fails(
        () -> assertThat(error).hasCode(-32603),
        "Expecting error -32603, but it is -32602: no tool x");
    fails(() -> assertThat(error).hasMessage("y"), "but it is\n  no tool x");
    fails(() -> assertThat(error).hasMessageContaining("y"), "to contain\n  y");
    fails(() -> assertThat(error).hasNoData(), "Expecting an error without data");
    fails(
        () -> assertThat(JsonRpcError.of(1, "m")).hasData("/a", 1),
        "Expecting an error with data, but there is none: m");
  }

  @Test
  void errorOfACallIsChecked() {
    JsonRpcError error = JsonRpcError.of(-32602, "no");

    assertThatErrorOf(
            () -> {
              throw new RequestFailedException("tools/call", error);
            })
        .hasCode(-32602);
    fails(
        () -> assertThatErrorOf(() -> {}).hasCode(1),
        "a call that the server answers with an error");
  }

  @Test
  void resourcesAreChecked() {
    ReadResourceResult text =
        new ReadResourceResult(
            List.of(new TextResourceContents("file:///a", null, "hello", JsonObject.EMPTY)),
            null,
            ResultMeta.EMPTY);
    ReadResourceResult blob =
        new ReadResourceResult(
            List.of(new BlobResourceContents("file:///b", null, "AQI=", JsonObject.EMPTY)),
            null,
            ResultMeta.EMPTY);

    assertThat(text).hasText("hello").hasUris("file:///a");
    assertThat(blob).hasBytes(new byte[] {1, 2}).hasUris("file:///b");
    fails(() -> assertThat(text).hasText("bye"), "but it is\n  hello");
    fails(() -> assertThat(text).hasBytes(new byte[0]), "Expecting one blob, but there is");
    fails(() -> assertThat(blob).hasBytes(new byte[] {1}), "Expecting the 1 bytes\n  AQ==");
    fails(() -> assertThat(blob).hasText("x"), "Expecting one text, but there is");
    fails(() -> assertThat(text).hasUris(), "but they are of\n  ");
  }

  @Test
  void promptsAreChecked() {
    GetPromptResult prompt =
        new GetPromptResult(
            null, List.of(new PromptMessage(Role.USER, TextContent.of("hi"))), ResultMeta.EMPTY);

    assertThat(prompt).hasMessages(1).hasMessage(0, Role.USER, "hi");
    fails(() -> assertThat(prompt).hasMessages(2), "Expecting 2 messages, but there are 1");
    fails(() -> assertThat(prompt).hasMessage(1, Role.USER, "hi"), "Expecting message 1");
    fails(() -> assertThat(prompt).hasMessage(0, Role.ASSISTANT, "hi"), "but it is");
  }

  @Test
  void progressIsChecked() {
    List<ProgressNotificationParams> reports = List.of(report(1, "a"), report(2, null));

    assertThatProgress(reports).isIncreasing().hasSteps(1, 2).hasMessages("a");
    fails(() -> assertThatProgress(reports).hasSteps(1), "Expecting progress\n  [1.0]");
    fails(() -> assertThatProgress(reports).hasMessages("b"), "Expecting the messages");
    fails(
        () -> assertThatProgress(List.of(report(2, null), report(2, null))).isIncreasing(),
        "Expecting progress to increase, but it is\n  [2.0, 2.0]");
  }

  private static ProgressNotificationParams report(double progress, String message) {
    return new ProgressNotificationParams(
        ProgressToken.of("p"), progress, null, message, NotificationMeta.EMPTY);
  }

  @Test
  void transcriptsAreChecked() {
    Transcript transcript = new Transcript();
    transcript.message(Side.CLIENT, "{\"id\":1,\"method\":\"a\"}".getBytes(UTF_8));
    transcript.message(Side.SERVER, "{\"id\":1,\"result\":{\"x\":1}}".getBytes(UTF_8));

    assertThat(transcript)
        .hasMessages(Side.CLIENT, 1)
        .hasMethods(Side.CLIENT, "a")
        .hasMethods(Side.SERVER);
    assertThat(transcript).message(Side.SERVER, 0).has("/result/x", 1);
    fails(
        () -> assertThat(transcript).hasMessages(Side.SERVER, 2),
        "Expecting 2 messages of the server, but there are 1:\n> {\"id\":1");
    fails(() -> assertThat(transcript).hasMethods(Side.CLIENT, "b"), "Expecting the client to use");
    fails(
        () -> assertThat(transcript).message(Side.SERVER, 1),
        "Expecting message 1 of the server, but there are 1");
    fails(
        () -> assertThat(transcript).matchesGolden(Path.of("no", "such", "file")),
        "does not exist");
  }
}
