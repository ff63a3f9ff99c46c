/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.server.McpServer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedClientTest {
  record Name(String name) {}

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final McpServer server =
      McpServer.named("scripted", "1")
          .tool("hi", tool -> tool.handle((in, call) -> "hi"))
          .tool(
              "ask",
              tool ->
                  tool.handle(
                      (in, call) -> call.elicit("who", "Who?", Name.class).orCancel().name()))
          .tool(
              "wait",
              tool ->
                  tool.handle(
                      (in, call) -> {
                        call.progress(1);
                        started.countDown();
                        release.await();
                        return "waited";
                      }))
          .build();
  private final ScriptedClient client = ScriptedClient.inMemory(server);

  @AfterEach
  void closeTheServer() {
    server.close();
  }

  @Test
  void resultIsExpected() {
    try (client) {
      SentRequest request = client.request("tools/call", "{\"name\": \"hi\"}");

      assertThat(request.expectResult().at("/content/0/text").asString()).isEqualTo("hi");
    }
  }

  @Test
  void typedRequestsGetTheMetadataOfTheClient() {
    try (client) {
      ListToolsResult result =
          client
              .request(Methods.LIST_TOOLS, new PaginatedRequestParams(null, RequestMeta.EMPTY))
              .expectResult(ListToolsResult.class);

      assertThat(result.tools()).hasSize(3);
    }
  }

  @Test
  void ownMetadataWins() {
    try (client) {
      client
          .request(
              "tools/list",
              "{\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"1999-01-01\"}}")
          .expectError(ErrorCode.UNSUPPORTED_PROTOCOL_VERSION);
    }
  }

  @Test
  void requestsAreSentAsTheyAreWritten() {
    try (client) {
      client
          .requestRaw("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"tools/list\"}")
          .expectError(ErrorCode.INVALID_PARAMS);
    }
  }

  @Test
  void questionsAreExpected() {
    client.capabilities(
        ClientCapabilities.builder()
            .elicitation(new ElicitationCapability(JsonObject.EMPTY, null, JsonObject.EMPTY))
            .build());
    try (client) {
      Reply.InputRequired<?> questions =
          client.request("tools/call", "{\"name\": \"ask\"}").expectInputRequired();
      assertThat(questions.requests()).containsOnlyKeys("who");

      CallToolResult result =
          client
              .request(
                  "tools/call",
                  """
                  {"name": "ask", "requestState": "%s",
                   "inputResponses": {"who": {"action": "accept", "content": {"name": "Ada"}}}}"""
                      .formatted(questions.state()))
              .expectResult(CallToolResult.class);
      assertThat(result.content())
          .hasToString("[TextContent[text=Ada, annotations=null, meta={}]]");
    }
  }

  @Test
  void repliesOfTwoRequestsMayArriveInAnyOrder() throws InterruptedException {
    try (client) {
      SentRequest slow = client.request("tools/call", "{\"name\": \"wait\"}");
      started.await();
      SentRequest fast = client.request("tools/call", "{\"name\": \"hi\"}");

      fast.expectResult();
      release.countDown();
      slow.expectResult();
    }
  }

  @Test
  void progressIsExpectedUnderItsToken() {
    try (client) {
      SentRequest request =
          client.request(
              "tools/call", "{\"name\": \"wait\", \"_meta\": {\"progressToken\": \"p\"}}");

      assertThat(request.expectProgress().progress()).isEqualTo(1);
      release.countDown();
      request.expectResult();
    }
  }

  @Test
  void resultBeforeExpectedProgressFails() {
    release.countDown();
    SentRequest request = client.request("tools/call", "{\"name\": \"wait\"}");

    assertThatThrownBy(request::expectProgress)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected notification notifications/progress for request 1 (tools/call),"
                + " but the server sent a result for request 1")
        .hasMessageContaining("transcript:\n> {");
    client.close();
  }

  @Test
  void replyNobodyExpectedFailsInTheEnd() throws InterruptedException {
    client.request("tools/call", "{\"name\": \"hi\"}");
    SentRequest second = client.request("tools/call", "{\"name\": \"hi\"}");
    second.expectResult();

    assertThatThrownBy(client::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "nobody expected what the server sent:\n  a result for request 1\n");
  }

  @Test
  void otherErrorThanTheOneExpectedFails() {
    SentRequest request = client.request("tools/call", "{\"name\": \"nope\"}");

    assertThatThrownBy(() -> request.expectError(ErrorCode.PARSE_ERROR))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "expected error -32700 for request 1 (tools/call), but it is -32602: ");
    client.close();
  }

  @Test
  void garbageIsAnsweredWithoutAnId() {
    try (client) {
      client.sendRaw("garbage");

      assertThat(client.expectErrorWithoutId().code()).isEqualTo(ErrorCode.PARSE_ERROR);
    }
  }

  @Test
  void cancelledRequestIsNotAnswered() throws InterruptedException {
    try (client) {
      SentRequest request = client.request("tools/call", "{\"name\": \"wait\"}");
      started.await();
      request.cancel("enough");
    }
  }

  @Test
  void serverEndsAfterTheClientHasFinished() {
    try (client) {
      SentRequest request = client.request("tools/call", "{\"name\": \"hi\"}");
      client.finish();

      request.expectResult();
      client.expectEnd();
    }
  }
}
