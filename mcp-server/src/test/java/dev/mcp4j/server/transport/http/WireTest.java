/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole server over HTTP, as bytes. */
class WireTest {
  private static final Pattern STATE = Pattern.compile("\"requestState\":\"([^\"]+)\"");

  record Confirm(boolean yes) {}

  private final McpServer server =
      McpServer.named("s", "1")
          .instructions("be kind")
          .tool("hello", t -> t.handle((in, call) -> "hello"))
          .tool(
              "ask",
              t ->
                  t.handle(
                      (in, call) -> "" + call.elicit("ok", "Go?", Confirm.class).orCancel().yes()))
          .tool(
              "region",
              t ->
                  t.inputSchema(
                          "{\"type\":\"object\",\"properties\":{\"region\":{\"type\":\"string\","
                              + "\"x-mcp-header\":\"Region\"}}}")
                      .handle((in, call) -> "done"))
          .resource("test:a", r -> r.text("contents"))
          .build();
  // An answer that takes longer is a stream with status 200, whatever it is.
  private final HttpServerHandle handle =
      server.serveHttp(HttpOptions.builder(0).streamAfter(Duration.ofMinutes(1)).build());
  private String capabilities = "{\"elicitation\":{}}";
  private String moreMeta = "";

  private record Answer(int status, String body) {}

  @AfterEach
  void close() {
    handle.close();
    server.close();
  }

  private Answer sent(String method, String name, String params, String... more)
      throws IOException {
    String meta =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":"
            + capabilities
            + moreMeta
            + "}";
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":\"r\",\"method\":\""
            + method
            + "\",\"params\":{"
            + (params.isEmpty() ? "" : params + ",")
            + meta
            + "}}";
    String[] headers = new String[5 + more.length];
    headers[0] = "Content-Type: application/json";
    headers[1] = "Accept: application/json, text/event-stream";
    headers[2] = "MCP-Protocol-Version: 2026-07-28";
    headers[3] = "Mcp-Method: " + method;
    headers[4] = "Mcp-Name: " + name;
    System.arraycopy(more, 0, headers, 5, more.length);
    try (RawClient client = new RawClient(handle.uri())) {
      client.request("POST", "/mcp", body, headers);
      RawClient.Head head = client.head();
      return new Answer(head.status(), client.body(head));
    }
  }

  private Answer called(String tool, String params, String... more) throws IOException {
    return sent("tools/call", tool, "\"name\":\"" + tool + "\"" + params, more);
  }

  @Test
  void discoveryTellsEverything() throws Exception {
    assertThat(sent("server/discover", "", ""))
        .isEqualTo(
            new Answer(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":\"r\",\"result\":{\"resultType\":\"complete\","
                    + "\"supportedVersions\":[\"2026-07-28\"],"
                    + "\"capabilities\":{\"tools\":{},\"resources\":{}},"
                    + "\"instructions\":\"be kind\",\"ttlMs\":0,\"cacheScope\":\"public\","
                    + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                    + "{\"name\":\"s\",\"version\":\"1\"}}}}"));
  }

  @Test
  void toolIsCalled() throws Exception {
    Answer answer = called("hello", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]");
  }

  @Test
  void questionAndAnswerTakeTwoRequests() throws Exception {
    Answer question = called("ask", "");
    assertThat(question.status()).isEqualTo(200);
    assertThat(question.body())
        .contains("\"resultType\":\"input_required\"")
        .contains("\"inputRequests\":{\"ok\":{\"method\":\"elicitation/create\"")
        .doesNotContain("ttlMs");
    Matcher state = STATE.matcher(question.body());
    assertThat(state.find()).isTrue();

    Answer done =
        called(
            "ask",
            ",\"inputResponses\":{\"ok\":{\"action\":\"accept\",\"content\":{\"yes\":true}}},"
                + "\"requestState\":\""
                + state.group(1)
                + "\"");

    assertThat(done.body()).contains("\"resultType\":\"complete\"").contains("true");
  }

  @Test
  void answersThatAreNullAreAbsent() throws Exception {
    assertThat(called("ask", ",\"inputResponses\":null").body())
        .contains("\"resultType\":\"input_required\"");
  }

  @Test
  void missingCapabilityIsABadRequest() throws Exception {
    capabilities = "{\"sampling\":{}}";

    Answer answer = called("ask", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\":-32021")
        .contains("\"data\":{\"requiredCapabilities\":{\"elicitation\":{\"form\":{}}}}");
  }

  @Test
  void unknownThingsAreErrorsOfTheMethod() throws Exception {
    Answer tool = called("other", "");
    Answer resource = sent("resources/read", "test:b", "\"uri\":\"test:b\"");

    assertThat(tool.status()).isEqualTo(200);
    assertThat(tool.body()).contains("\"code\":-32602").contains("Unknown tool: other");
    assertThat(resource.status()).isEqualTo(200);
    assertThat(resource.body())
        .contains("\"code\":-32602")
        .contains("\"data\":{\"uri\":\"test:b\"}");
  }

  @Test
  void longNameIsNotRepeated() throws Exception {
    String name = "n".repeat(5_000);

    assertThat(called(name, "").body())
        .contains("Unknown tool: nnn")
        .contains("nnn...")
        .hasSizeLessThan(1_000);
  }

  @Test
  void unknownMethodIsNotFound() throws Exception {
    Answer answer = sent("prompts/list", "", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("\"code\":-32601");
  }

  @Test
  void parametersThatDoNotFitTheMethodAreNamed() throws Exception {
    Answer answer = sent("tools/call", "7", "\"name\":7");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"id\":\"r\"")
        .contains("\"code\":-32602")
        .contains("/params/name")
        .doesNotContain("jackson");
  }

  @Test
  void unknownLogLevelIsABadRequest() throws Exception {
    moreMeta = ",\"io.modelcontextprotocol/logLevel\":\"loud\"";

    Answer answer = called("hello", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":-32602").contains("logLevel");
  }

  @Test
  void argumentThatItsHeaderDoesNotRepeatIsABadRequest() throws Exception {
    String params = ",\"arguments\":{\"region\":\"Hello\"}";

    assertThat(called("region", params).status()).isEqualTo(400);
    assertThat(called("region", params, "Mcp-Param-Region: hello").body())
        .contains("\"code\":-32020");
    assertThat(called("region", params, "Mcp-Param-Region: =?base64?SGVsbG8=?=").status())
        .isEqualTo(200);
  }

  @Test
  void nameOfAResourceIsItsUri() throws Exception {
    assertThat(sent("resources/read", "test:a", "\"uri\":\"test:a\"").body())
        .contains("\"text\":\"contents\"")
        .contains("\"ttlMs\":0,\"cacheScope\":\"private\"");
    assertThat(sent("resources/read", "test:b", "\"uri\":\"test:a\"").status()).isEqualTo(400);
  }
}
