/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that HTTP headers repeat. */
class ParameterHeaderTest {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{"
          + "\"region\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"},"
          + "\"level\":{\"type\":\"integer\",\"x-mcp-header\":\"Level\"},"
          + "\"dry\":{\"type\":\"boolean\",\"x-mcp-header\":\"Dry\"},"
          + "\"where\":{\"type\":\"object\",\"properties\":{"
          + "\"zone\":{\"type\":\"string\",\"x-mcp-header\":\"Zone\"}}},"
          + "\"free\":{\"type\":\"string\"}}}";

  private final TestClient client =
      new TestClient(
          McpServer.named("s", "1")
              .tool("t", t -> t.inputSchema(SCHEMA).handle((in, call) -> "done"))
              .tool(
                  "ask",
                  t -> t.inputSchema(SCHEMA).handle((in, call) -> "" + call.roots("k").size()))
              .build());
  private final Map<String, List<String>> headers = new HashMap<>();

  private void header(String name, String... values) {
    headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(List.of(values)));
  }

  private CallToolResult called(String tool, @Nullable String arguments) throws Exception {
    header("MCP-Protocol-Version", "2026-07-28");
    header("Mcp-Method", "tools/call");
    header("Mcp-Name", tool);
    return client.headers(headers).result(tool, arguments);
  }

  private void assertMismatch(@Nullable String arguments, String message) {
    McpException refusal = TestClient.refusal(() -> called("t", arguments));
    assertThat(refusal.code()).isEqualTo(ErrorCode.HEADER_MISMATCH);
    assertThat(refusal.error().message()).isEqualTo("Header mismatch: " + message);
  }

  @Test
  void headersThatRepeatTheArgumentsAreFine() throws Exception {
    header("mcp-param-REGION", "us-west1");
    header("Mcp-Param-Level", "-7");
    header("Mcp-Param-Dry", "true");
    header("Mcp-Param-Zone", "b");

    String arguments =
        "{\"region\":\"us-west1\",\"level\":-7,\"dry\":true,\"where\":{\"zone\":\"b\"},"
            + "\"free\":\"x\"}";
    assertThat(TestClient.text(called("t", arguments))).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hello|Hello",
        "Hello|=?base64?SGVsbG8=?=",
        "Hello, 世界|=?base64?SGVsbG8sIOS4lueVjA==?=",
        "SGVsbG8=|SGVsbG8=",
        "=?base64?SGVsbG8=|=?base64?SGVsbG8=",
        "=?base64?literal?=|=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=",
        "Hello|  Hello\t",
      })
  void textIsComparedAfterDecoding(String argument, String value) throws Exception {
    header("Mcp-Param-Region", value);

    assertThat(TestClient.text(called("t", "{\"region\":\"" + argument + "\"}"))).isEqualTo("done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello",
        "Hello world",
        "=?base64?SGVsbG8?=",
        "=?base64?SGVs!!!bG8=?=",
        "=?base64?SGVsbG9=?=",
        "=?BASE64?SGVsbG8=?=",
        "''"
      })
  void otherTextIsAMismatch(String value) {
    header("Mcp-Param-Region", value);

    assertMismatch(
        "{\"region\":\"Hello\"}", "Mcp-Param-Region header does not match the argument region");
  }

  @Test
  void integersAreComparedAsNumbers() throws Exception {
    header("Mcp-Param-Level", "42.0");
    assertThat(TestClient.text(called("t", "{\"level\":42}"))).isEqualTo("done");
    assertThat(TestClient.text(called("t", "{\"level\":4.2e1}"))).isEqualTo("done");
    assertMismatch("{\"level\":43}", "Mcp-Param-Level header does not match the argument level");
  }

  @Test
  void argumentWithoutItsHeaderIsAMismatch() {
    assertMismatch(
        "{\"region\":\"x\"}",
        "Mcp-Param-Region header is missing, which repeats the argument region");
    assertMismatch(
        "{\"where\":{\"zone\":\"b\"}}",
        "Mcp-Param-Zone header is missing, which repeats the argument where.zone");
  }

  @Test
  void absentOrNullArgumentHasNoHeader() throws Exception {
    assertThat(TestClient.text(called("t", null))).isEqualTo("done");
    assertThat(TestClient.text(called("t", "{\"where\":{}}"))).isEqualTo("done");

    header("Mcp-Param-Region", "x");
    assertMismatch(null, "Mcp-Param-Region header does not match the argument region");
    assertMismatch(
        "{\"region\":null}", "Mcp-Param-Region header does not match the argument region");
  }

  @Test
  void repeatedHeaderIsAMismatchEvenIfBothValuesAreRight() {
    header("Mcp-Param-Region", "x", "x");

    assertMismatch("{\"region\":\"x\"}", "Mcp-Param-Region header is repeated");
  }

  @Test
  void headerWithCharactersBeyondAsciiIsAMismatch() {
    header("Mcp-Param-Region", "é");

    assertMismatch(
        "{\"region\":\"é\"}", "Mcp-Param-Region header holds characters outside visible ASCII");
  }

  @Test
  void headersOfOtherNamesMeanNothing() throws Exception {
    header("Mcp-Param-Free", "y");
    header("Mcp-Param-Unknown", "y");

    assertThat(TestClient.text(called("t", "{\"free\":\"x\"}"))).isEqualTo("done");
  }

  @Test
  void withoutHeadersNothingIsCompared() throws Exception {
    assertThat(client.text("t", "{\"region\":\"x\"}")).isEqualTo("done");
  }

  @Test
  void mismatchWinsOverInvalidArguments() {
    assertMismatch(
        "{\"region\":\"x\",\"level\":\"no number\"}",
        "Mcp-Param-Region header is missing, which repeats the argument region");
  }

  @Test
  void mismatchWinsOverAMissingCapability() {
    client.capable(ClientCapabilities.NONE);
    assertThat(TestClient.refusal(() -> called("ask", "{\"region\":\"x\"}")).code())
        .isEqualTo(ErrorCode.HEADER_MISMATCH);

    header("Mcp-Param-Region", "x");
    assertThat(TestClient.refusal(() -> called("ask", "{\"region\":\"x\"}")).code())
        .isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY);
  }

  @Test
  void unknownToolHasNothingToCompare() {
    McpException refusal = TestClient.refusal(() -> called("other", "{\"region\":\"x\"}"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).isEqualTo("Unknown tool: other");
  }
}
