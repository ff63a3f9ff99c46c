/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.LegacyMode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class ConnectionTest {
  record Name(String name) {}

  private static final CreateMessageRequestParams QUESTION =
      CreateMessageRequestParams.builder()
          .messages(
              List.of(
                  new SamplingMessage(
                      Role.USER, List.of(TextContent.of("Why?")), JsonObject.EMPTY)))
          .maxTokens(100)
          .build();

  private final McpServerBuilder builder =
      McpServer.named("old-friend", "2.0")
          .title("Old friend")
          .description("Serves everybody")
          .instructions("Be kind")
          .icons(new Icon("https://example.com/i.png", null, List.of(), null))
          .logging();
  private McpServer server;

  private McpServer build() {
    server = builder.build();
    return server;
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void revisionThatIsKnownIsAgreedOn(String revision) {
    try (LineClient client = new LineClient(build())) {
      client.send(LineClient.initialize(revision, "{}"));
      JsonNode result = client.receive().get("result");

      assertThat(result.get("protocolVersion").asString()).isEqualTo(revision);
      assertThat(result.get("instructions").asString()).isEqualTo("Be kind");
      assertThat(result.at("/serverInfo/name").asString()).isEqualTo("old-friend");
      assertThat(result.at("/serverInfo/title").isMissingNode())
          .isEqualTo(revision.compareTo("2025-06-18") < 0);
      assertThat(result.at("/serverInfo/icons").isMissingNode())
          .isEqualTo(revision.compareTo("2025-11-25") < 0);
      assertThat(result.at("/capabilities/logging").isObject()).isTrue();
      assertThat(result.has("resultType")).isFalse();
      assertThat(result.has("_meta")).isFalse();
      assertThat(result.has("ttlMs")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "1999-01-01", "x"})
  void clientOfAnotherRevisionIsOfferedTheLatestWithHandshake(String revision) {
    try (LineClient client = new LineClient(build())) {
      client.send(LineClient.initialize(revision, "{}"));

      assertThat(client.receive().at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
    }
  }

  @Test
  void initializeWithoutClientInfoIsInvalid() {
    try (LineClient client = new LineClient(build())) {
      client.request(1, "initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}");
      JsonNode error = client.receive().get("error");

      assertThat(error.get("code").asInt()).isEqualTo(-32602);
      assertThat(error.get("message").asString())
          .isEqualTo("/params/clientInfo: expected a value but found nothing");
    }
  }

  @Test
  void secondInitializeIsRefused() {
    try (LineClient client = LineClient.of(build())) {
      client.send(LineClient.initialize("2025-11-25", "{}"));

      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32600);
    }
  }

  @Test
  void requestBeforeInitializeIsAnsweredInTheModernWay() {
    try (LineClient client = new LineClient(build())) {
      client.request(1, "ping", "{}");
      JsonNode error = client.receive().get("error");

      assertThat(error.get("code").asInt()).isEqualTo(-32602);
      assertThat(error.at("/data/supported/0").asString()).isEqualTo("2026-07-28");
    }
  }

  @Test
  void pingIsAnsweredWithNothing() {
    try (LineClient client = LineClient.of(build())) {
      client.send("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}");

      assertThat(client.receive().toString())
          .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"server/discover", "subscriptions/listen", "unknown/method"})
  void methodThatOlderRevisionsDoNotHaveIsNotFound(String method) {
    builder.toolsMayChange();
    try (LineClient client = LineClient.of(build())) {
      client.request(1, method, "{}");

      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32601);
    }
  }

  @Test
  void modernAndOldRequestsShareTheConnection() {
    builder.tool("hi", tool -> tool.handle((input, call) -> "hello"));
    try (LineClient client = LineClient.of(build())) {
      client.request(
          1,
          "tools/call",
          "{\"name\":\"hi\",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
              + "\"io.modelcontextprotocol/clientCapabilities\":{}}}");
      assertThat(client.receive().at("/result/resultType").asString()).isEqualTo("complete");

      client.call(2, "hi");
      JsonNode result = client.receive().get("result");
      assertThat(result.toString())
          .isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"hello\"}]}");
    }
  }

  @Test
  void idInFlightInOneEraIsTakenInTheOther() {
    CountDownLatch go = new CountDownLatch(1);
    builder.tool(
        "wait",
        tool ->
            tool.handle(
                (input, call) -> {
                  go.await();
                  return "done";
                }));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "wait");
      client.request(
          1,
          "tools/list",
          "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
              + "\"io.modelcontextprotocol/clientCapabilities\":{}}}");
      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32600);
      go.countDown();
      assertThat(client.text()).isEqualTo("done");
    }
  }

  @Test
  void cancelledRequestIsInterruptedAndNotAnswered() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    builder.tool(
        "wait",
        tool ->
            tool.handle(
                (input, call) -> {
                  begun.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                  return "never";
                }));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "wait");
      begun.await();
      client.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
      interrupted.await();
      client.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");

      assertThat(client.receive().get("id").asInt()).isEqualTo(2);
    }
  }

  @Test
  void handlerAsksInSeveralRounds() {
    builder.tool(
        "greet",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.log(LoggingLevel.INFO, "asked");
                  String first = call.elicit("first", "First name?", Name.class).orCancel().name();
                  call.log(LoggingLevel.INFO, "asked");
                  String last = call.elicit("last", "Last name?", Name.class).orCancel().name();
                  call.log(LoggingLevel.INFO, "done");
                  return first + " " + last;
                }));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "greet");
      assertThat(client.receive().at("/params/data").asString()).isEqualTo("asked");
      JsonNode first = client.receive();
      assertThat(first.get("method").asString()).isEqualTo("elicitation/create");
      assertThat(first.at("/params/mode").asString()).isEqualTo("form");
      assertThat(first.at("/params/message").asString()).isEqualTo("First name?");
      assertThat(first.at("/params/requestedSchema/properties/name/type").asString())
          .isEqualTo("string");
      client.answer(first, "{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}");

      assertThat(client.receive().at("/params/data").asString()).isEqualTo("asked");
      JsonNode last = client.receive();
      assertThat(last.at("/params/message").asString()).isEqualTo("Last name?");
      client.answer(last, "{\"action\":\"accept\",\"content\":{\"name\":\"Lovelace\"}}");

      assertThat(client.receive().at("/params/data").asString()).isEqualTo("done");
      assertThat(client.text()).isEqualTo("Ada Lovelace");
    }
  }

  @Test
  void progressNeverRunsBackwardsOrRepeatsWhenHandlerRunsAgain() {
    builder.tool(
        "work",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.progress(1, 3.0, "one");
                  call.progress(2, 3.0, "two");
                  call.elicit("go", "Go on?", Name.class).orCancel();
                  call.progress(3, 3.0, "three");
                  return "done";
                }));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "tools/call", "{\"name\":\"work\",\"_meta\":{\"progressToken\":\"t\"}}");
      assertThat(client.receive().at("/params/progress").asInt()).isEqualTo(1);
      assertThat(client.receive().at("/params/progress").asInt()).isEqualTo(2);
      client.answer(client.receive(), "{\"action\":\"accept\",\"content\":{\"name\":\"yes\"}}");
      assertThat(client.receive().at("/params/progress").asInt()).isEqualTo(3);
      assertThat(client.text()).isEqualTo("done");
    }
  }

  @Test
  void inlineToolAnswersBeforeAnythingElseIsRead() {
    builder.tool("inline", tool -> tool.inline().handle((input, call) -> "at once"));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "inline");
      assertThat(client.text()).isEqualTo("at once");
    }
  }

  @Test
  void inlineToolCannotWaitForAnAnswerOnTheThreadThatReadsIt() {
    builder.tool(
        "ask", tool -> tool.inline().handle((input, call) -> call.sample("q", QUESTION).model()));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "ask");
      assertThat(client.text()).contains("an inline handler must not wait for an answer");
      client.request(2, "ping", "{}");
      assertThat(client.receive().get("id").asInt()).isEqualTo(2);
    }
  }

  @Test
  void modelOfTheClientIsAsked() {
    builder.tool("ask", tool -> tool.handle((input, call) -> call.sample("q", QUESTION).model()));
    try (LineClient client = LineClient.of(build(), "2024-11-05")) {
      client.call(1, "ask");
      JsonNode question = client.receive();
      assertThat(question.get("method").asString()).isEqualTo("sampling/createMessage");
      assertThat(question.at("/params/messages/0/content/text").asString()).isEqualTo("Why?");
      client.answer(
          question,
          "{\"role\":\"assistant\",\"content\":{\"type\":\"text\",\"text\":\"42\"},\"model\":\"m\"}");

      assertThat(client.text()).isEqualTo("m");
    }
  }

  @Test
  void clientThatAnswersWithAnErrorFailsTheTool() {
    builder.tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "roots");
      JsonNode question = client.receive();
      client.send(
          "{\"jsonrpc\":\"2.0\",\"id\":"
              + question.get("id")
              + ",\"error\":{\"code\":-1,\"message\":\"no roots today\"}}");
      JsonNode result = client.receive().get("result");

      assertThat(result.get("isError").asBoolean()).isTrue();
      assertThat(result.at("/content/0/text").asString())
          .isEqualTo("The client could not be asked: it refused: no roots today");
    }
  }

  @Test
  void cancellationTakesTheQuestionBack() {
    builder.tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "roots");
      JsonNode question = client.receive();
      client.send(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
      JsonNode cancelled = client.receive();

      assertThat(cancelled.get("method").asString()).isEqualTo("notifications/cancelled");
      assertThat(cancelled.at("/params/requestId")).isEqualTo(question.get("id"));
    }
  }

  @Test
  void whatTheClientDidNotDeclareItIsNotAsked() {
    builder.tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()));
    try (LineClient client = new LineClient(build())) {
      client.send(LineClient.initialize("2025-11-25", "{}"));
      client.receive();
      client.call(1, "roots");

      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32021);
    }
  }

  @Test
  void levelOfLogMessagesIsThatOfTheSession() {
    builder.tool(
        "log",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.log(LoggingLevel.DEBUG, "details");
                  call.log(LoggingLevel.INFO, "news");
                  return "logged";
                }));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "log");
      assertThat(client.receive().at("/params/data").asString()).isEqualTo("news");
      assertThat(client.text()).isEqualTo("logged");

      client.request(2, "logging/setLevel", "{\"level\":\"debug\"}");
      assertThat(client.receive().get("result").toString()).isEqualTo("{}");
      client.call(3, "log");
      assertThat(client.receive().at("/params/data").asString()).isEqualTo("details");
      assertThat(client.receive().at("/params/data").asString()).isEqualTo("news");
      client.receive();

      client.request(4, "logging/setLevel", "{\"level\":\"loud\"}");
      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32602);
    }
  }

  @Test
  void urisOfSubscriptionsTakeABoundedAmountOfRoom() {
    builder.resourceUpdates().resource("test://a", it -> it.name("a").text("x"));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "resources/subscribe", "{\"uri\":\"" + "a".repeat(256 << 10) + "\"}");
      assertThat(client.receive().get("result").toString()).isEqualTo("{}");
      client.request(2, "resources/subscribe", "{\"uri\":\"test://a\"}");
      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32602);
    }
  }

  @Test
  void listsThatChangeAreAnnouncedAndSubscribedResourcesToo() {
    builder.toolsMayChange().resourceUpdates().resource("test://a", it -> it.name("a").text("x"));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "resources/subscribe", "{\"uri\":\"test://a\"}");
      assertThat(client.receive().get("result").toString()).isEqualTo("{}");

      server.addTool("new", tool -> tool.handle((input, call) -> "x"));
      assertThat(client.receive().toString())
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\",\"params\":{}}");
      server.resourceUpdated("test://a");
      assertThat(client.receive().toString())
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\",\"params\":"
                  + "{\"uri\":\"test://a\"}}");

      client.request(2, "resources/unsubscribe", "{\"uri\":\"test://a\"}");
      client.receive();
      server.resourceUpdated("test://a");
      server.addTool("newer", tool -> tool.handle((input, call) -> "x"));
      assertThat(client.receive().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void subscribingIsNotFoundWhereResourcesDoNotAnnounceChanges() {
    builder.resource("test://a", it -> it.name("a").text("x"));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "resources/subscribe", "{\"uri\":\"test://a\"}");

      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32601);
    }
  }

  @Test
  void unknownResourceHasTheOldErrorCode() {
    builder.resource("test://a", it -> it.name("a").text("x"));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "resources/read", "{\"uri\":\"test://b\"}");
      JsonNode error = client.receive().get("error");

      assertThat(error.get("code").asInt()).isEqualTo(-32002);
      assertThat(error.at("/data/uri").asString()).isEqualTo("test://b");
    }
  }

  @Test
  void urlElicitationHasAnIdByWhichItsCompletionIsTold() {
    builder.tool(
        "connect",
        tool ->
            tool.handle(
                (input, call) ->
                    call.elicitUrl("page", "Please sign in", "https://example.com/in").toString()));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "connect");
      JsonNode question = client.receive();
      assertThat(question.at("/params/mode").asString()).isEqualTo("url");
      String id = question.at("/params/elicitationId").asString();
      assertThat(id).hasSizeGreaterThan(16);
      client.answer(question, "{\"action\":\"accept\"}");
      client.receive();

      server.urlElicitationCompleted("https://example.com/other");
      server.urlElicitationCompleted("https://example.com/in");
      assertThat(client.receive().toString())
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/elicitation/complete\",\"params\":"
                  + "{\"elicitationId\":\""
                  + id
                  + "\"}}");
    }
  }

  @Test
  void batchIsTakenInItsRevisionOnly() {
    String batch =
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},"
            + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}]";
    try (LineClient client = LineClient.of(build(), "2025-03-26")) {
      client.send(batch);
      assertThat(client.receive().get("id").asInt()).isEqualTo(1);
      assertThat(client.receive().get("id").asInt()).isEqualTo(2);
    }
    for (String revision : List.of("2024-11-05", "2025-06-18", "2025-11-25")) {
      try (LineClient client = LineClient.of(server, revision)) {
        client.send(batch);
        assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32600);
      }
    }
  }

  @Test
  void structuredValueThatIsNoObjectIsWrapped() {
    builder.tool("sum", tool -> tool.output(Integer.class).handle((input, call) -> 42));
    try (LineClient client = LineClient.of(build())) {
      client.request(1, "tools/list", "{}");
      JsonNode tool = client.receive().at("/result/tools/0");
      assertThat(tool.at("/outputSchema/type").asString()).isEqualTo("object");
      assertThat(tool.at("/outputSchema/properties/result/type").asString()).isEqualTo("integer");

      client.call(2, "sum");
      assertThat(client.receive().at("/result/structuredContent").toString())
          .isEqualTo("{\"result\":42}");
    }
    try (LineClient client = LineClient.of(server, "2025-03-26")) {
      client.request(1, "tools/list", "{}");
      assertThat(client.receive().at("/result/tools/0").has("outputSchema")).isFalse();
      client.call(2, "sum");
      JsonNode result = client.receive().get("result");
      assertThat(result.has("structuredContent")).isFalse();
      assertThat(result.at("/content/0/text").asString()).isEqualTo("42");
    }
  }

  @Test
  void serverWithoutOlderRevisionsKnowsNoHandshake() {
    builder.legacy(LegacyMode.NONE);
    try (LineClient client = new LineClient(build())) {
      client.send(LineClient.initialize("2025-11-25", "{}"));
      JsonNode error = client.receive().get("error");

      assertThat(error.get("code").asInt()).isEqualTo(-32602);
      assertThat(error.at("/data/supported/0").asString()).isEqualTo("2026-07-28");
    }
  }

  @Test
  void serverOfOlderRevisionsOnlyExpectsTheHandshake() {
    builder.legacy(LegacyMode.ONLY);
    try (LineClient client = new LineClient(build())) {
      client.request(
          1,
          "server/discover",
          "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
              + "\"io.modelcontextprotocol/clientCapabilities\":{}}}");
      JsonNode error = client.receive().get("error");

      assertThat(error.get("code").asInt()).isEqualTo(-32600);
      assertThat(error.get("message").asString())
          .isEqualTo("Expected initialize before server/discover");
    }
  }

  @Test
  void clientThatLeavesFreesWhoWaitsForItsAnswer() {
    CountDownLatch ended = new CountDownLatch(1);
    builder.interceptor(
        (request, chain) -> {
          try {
            return chain.proceed(request);
          } finally {
            if (request.method().equals("tools/call")) {
              ended.countDown();
            }
          }
        });
    builder.tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()));
    try (LineClient client = LineClient.of(build())) {
      client.call(1, "roots");
      client.receive();
    }
    assertThat(ended.getCount()).isZero();
  }

  @Test
  void revisionWithoutElicitationIsNotAsked() {
    builder.tool(
        "ask",
        tool -> tool.handle((input, call) -> call.elicit("n", "Name?", Name.class).toString()));
    try (LineClient client = LineClient.of(build(), "2025-03-26")) {
      client.call(1, "ask");

      assertThat(client.receive().at("/error/code").asInt()).isEqualTo(-32021);
    }
  }
}
