/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.handler;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.sampling.CreateMessageRequestParams;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.sampling.SamplingMessage;
import dev.mcp4j.server.Answer;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.ToolError;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A server with a handler of every kind. It may be in another process than the test. */
final class HandlerServer implements Supplier<McpServer> {
  static final int REFUSED = -31000;
  static final int PAGE = 4;

  record Greet(String name) {}

  record Pair(int a, int b) {}

  record Sum(int sum) {}

  record Kind(String kind) {}

  record Sure(boolean sure) {}

  record Place(String city) {}

  private final Semaphore cancelled = new Semaphore(0);
  private final AtomicInteger created = new AtomicInteger();
  private McpServer server;

  @Override
  public McpServer get() {
    McpServerBuilder builder =
        McpServer.named("handlers", "1")
            .instructions("Ask nicely.")
            .pageSize(PAGE)
            .logging()
            .toolsMayChange()
            .resourceUpdates();
    tools(builder);
    questions(builder);
    utilities(builder);
    contents(builder);
    server = builder.build();
    return server;
  }

  private static void tools(McpServerBuilder builder) {
    builder
        .tool("greet", tool -> tool.input(Greet.class).handle((in, call) -> "Hello, " + in.name()))
        .tool(
            "add",
            tool ->
                tool.input(Pair.class)
                    .output(Sum.class)
                    .handle((in, call) -> new Sum(in.a() + in.b())))
        .tool(
            "fail",
            tool ->
                tool.handle(
                    (in, call) -> {
                      throw new ToolError("no luck today");
                    }))
        .tool(
            "crash",
            tool ->
                tool.handle(
                    (in, call) -> {
                      throw new IllegalStateException("password=hunter2");
                    }))
        .tool(
            "refuse",
            tool ->
                tool.handle(
                    (in, call) -> {
                      throw new McpException(
                          REFUSED,
                          "not today",
                          JsonNodeFactory.instance.objectNode().put("retry", 7));
                    }))
        .tool("value", tool -> tool.input(Kind.class).handle((in, call) -> value(in.kind())))
        .tool("size", tool -> tool.output(Integer.class).handle((in, call) -> 7))
        .tool("who", tool -> tool.handle((in, call) -> call.client().info().name()));
  }

  private static JsonNode value(String kind) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (kind) {
      case "flag" -> json.booleanNode(true);
      case "number" -> json.numberNode(42);
      case "word" -> json.stringNode("word");
      case "list" -> json.arrayNode().add(1).add(2).add(3);
      case "object" -> json.objectNode().put("result", true);
      default -> json.nullNode();
    };
  }

  private void questions(McpServerBuilder builder) {
    builder
        .tool("rest", tool -> tool.handle((in, call) -> rest(call)))
        .tool("deploy", tool -> tool.handle((in, call) -> deploy(call)))
        .tool("several", tool -> tool.handle((in, call) -> several(call)))
        .tool(
            "visit",
            tool ->
                tool.handle(
                    (in, call) ->
                        call.elicitUrl("pay", "Please pay", "https://example.com/pay").orCancel()));
  }

  /** Asks twice, and does in between what must not be done twice. */
  private String deploy(Call call) throws Exception {
    boolean sure = call.elicit("sure", "Are you sure?", Sure.class).orCancel().sure();
    int number = call.once("create", created::incrementAndGet);
    String city = call.elicit("place", "Where?", Place.class).orCancel().city();
    return "%s, number %d in %s, created %d times".formatted(sure, number, city, created.get());
  }

  private static Question<CreateMessageResult> model() {
    return Question.sampling(
        "model",
        CreateMessageRequestParams.builder()
            .messages(List.of(SamplingMessage.user("Say something.")))
            .maxTokens(10)
            .build());
  }

  private static String rest(Call call) {
    Question<CreateMessageResult> model = model();
    var roots = Question.roots("roots");
    Answers answers = call.ask(model, roots);
    return "%s, %s"
        .formatted(
            ((TextContent) answers.get(model).content().get(0)).text(),
            answers.get(roots).get(0).uri());
  }

  private static String several(Call call) {
    Question<Answer<Place>> place = Question.form("place", "Where?", Place.class);
    Question<CreateMessageResult> model = model();
    var roots = Question.roots("roots");
    Answers answers = call.ask(place, model, roots);
    return "%s, %s, %s"
        .formatted(
            answers.get(place).orCancel().city(),
            ((TextContent) answers.get(model).content().get(0)).text(),
            answers.get(roots).get(0).uri());
  }

  private void utilities(McpServerBuilder builder) {
    builder
        .tool(
            "count",
            tool ->
                tool.handle(
                    (in, call) -> {
                      for (int i = 1; i <= 5; i++) {
                        call.progress(i, 5.0, "step " + i);
                      }
                      return "counted";
                    }))
        .tool(
            "chatter",
            tool ->
                tool.handle(
                    (in, call) -> {
                      call.log(LoggingLevel.DEBUG, "a detail");
                      call.log(LoggingLevel.INFO, "a fact");
                      call.log(LoggingLevel.ERROR, "a fault");
                      return "said";
                    }))
        .tool(
            "wait",
            tool ->
                tool.handle(
                    (in, call) -> {
                      call.cancellation().onCancel(cancelled::release);
                      call.progress(1);
                      new CountDownLatch(1).await();
                      return "unreachable";
                    }))
        .tool(
            "cancelled",
            tool -> tool.handle((in, call) -> cancelled.tryAcquire(20, TimeUnit.SECONDS)))
        .tool(
            "grow",
            tool ->
                tool.handle(
                    (in, call) -> server.addTool("grown", grown -> grown.handle((i, c) -> ""))))
        .tool(
            "touch",
            tool ->
                tool.handle(
                    (in, call) -> {
                      server.resourceUpdated("notes:today");
                      return "touched";
                    }));
  }

  private static void contents(McpServerBuilder builder) {
    builder
        .resource("notes:today", resource -> resource.name("today").text("buy milk"))
        .resource("notes:blob", resource -> resource.name("blob").bytes(new byte[] {1, 2, 3}))
        .resourceTemplate(
            "notes:{day}/{line}",
            template ->
                template
                    .name("line")
                    .complete("day", Completer.of(List.of("monday", "tuesday")))
                    .read(
                        (match, call) ->
                            match.get("day").equals("never")
                                ? null
                                : "line %s of %s".formatted(match.get("line"), match.get("day"))))
        .prompt(
            "review",
            prompt ->
                prompt
                    .required("code", "what to review")
                    .complete("code", Completer.of(List.of("main", "test")))
                    .get((arguments, call) -> "Review " + arguments.get("code")));
  }
}
