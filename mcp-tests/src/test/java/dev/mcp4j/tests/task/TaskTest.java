/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static dev.mcp4j.tests.task.TaskServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.server.Answer;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.OtherClients;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskPolicy;
import dev.mcp4j.server.task.TaskRetry;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

@Timeout(60)
class TaskTest {
  private static final String ANYTHING = "{'type':'object'}".replace('\'', '"');
  private static final String ACCEPTED = "{'action':'accept','content':{'value':'%s'}}";

  record Text(String value) {}

  private static TaskServer echo(TaskPolicy policy) {
    return TaskServer.of(
        server ->
            server.tool(
                "echo",
                tool ->
                    tool.inputSchema(ANYTHING)
                        .asTask(policy)
                        .handle((arguments, call) -> "echo " + arguments)));
  }

  @Test
  void callOfADeclaringClientBecomesATask() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      Reply<?> reply = server.call("echo", "{'a':1}");

      JsonObject task = ((Reply.Extended<?>) reply).result();
      assertThat(task.node().propertyNames())
          .containsExactlyInAnyOrder(
              "taskId", "status", "createdAt", "lastUpdatedAt", "ttlMs", "pollIntervalMs", "_meta");
      assertThat(task.get("ttlMs")).isNotNull();
      assertThat(server.get(TaskServer.idOf(reply)).task().taskId())
          .isEqualTo(TaskServer.idOf(reply));
      DetailedTask done = server.await(TaskServer.idOf(reply), TaskStatus.COMPLETED);
      assertThat(TaskServer.textOf(done)).isEqualTo("echo {\"a\":1}");
    }
  }

  @Test
  void ttlOfATaskThatEndedCountsFromItsEnd() throws Exception {
    ManualClock clock = ManualClock.create();
    CountDownLatch go = new CountDownLatch(1);
    TaskPolicy policy =
        TaskPolicy.DEFAULT
            .withRunBudget(Duration.ofMinutes(10))
            .withRetention(Duration.ofMinutes(5));
    try (TaskServer server = waiting(clock, policy, go)) {
      String id = server.begin("wait", "{}");
      assertThat(server.get(id).task().ttlMs()).isEqualTo(Duration.ofMinutes(15).toMillis());
      clock.advance(Duration.ofMinutes(9));
      go.countDown();

      assertThat(server.await(id, TaskStatus.COMPLETED).task().ttlMs())
          .isEqualTo(Duration.ofMinutes(14).toMillis());
    }
  }

  private static TaskServer waiting(ManualClock clock, TaskPolicy policy, CountDownLatch go) {
    return TaskServer.of(
        new TaskOptions(new InMemoryTaskStore(), Duration.ofDays(1), Duration.ofMillis(1), 10),
        clock,
        server ->
            server.tool(
                "wait",
                tool ->
                    tool.asTask(policy)
                        .handle(
                            (arguments, call) -> {
                              assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
                              return "waited";
                            })));
  }

  @Test
  void otherClientWaitsForTheResult() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      Reply<?> reply = server.call("echo", "{}", TaskServer.meta(ClientCapabilities.NONE), "alice");

      assertThat(TaskServer.textOf(reply)).isEqualTo("echo {}");
    }
  }

  @Test
  void otherClientIsRefusedWhereATaskIsNeeded() {
    try (TaskServer server = echo(TaskPolicy.DEFAULT.withOtherClients(OtherClients.REFUSE))) {
      assertThatThrownBy(
              () -> server.call("echo", "{}", TaskServer.meta(ClientCapabilities.NONE), "alice"))
          .isInstanceOfSatisfying(McpException.class, TaskTest::isMissingExtension);
    }
  }

  private static void isMissingExtension(McpException refusal) {
    assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY);
    assertThat(refusal.data())
        .isEqualTo(
            json("{'requiredCapabilities':{'extensions':{'io.modelcontextprotocol/tasks':{}}}}")
                .node());
  }

  @Test
  void methodsOfTasksAreForDeclaringClients() {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      for (var method : List.of(TaskMethods.GET, TaskMethods.UPDATE, TaskMethods.CANCEL)) {
        ExtensionParams params =
            new ExtensionParams(
                json("{'taskId':'unknown'}"), TaskServer.meta(ClientCapabilities.NONE));
        assertThatThrownBy(() -> server.ask(method, params, "alice"))
            .isInstanceOfSatisfying(McpException.class, TaskTest::isMissingExtension);
      }
    }
  }

  @Test
  void methodsOfTheOldTasksAreUnknown() {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      for (String name : List.of("tasks/list", "tasks/result")) {
        var method = new RequestMethod<>(name, EmptyRequestParams.class, EmptyResult.class);
        EmptyRequestParams params = new EmptyRequestParams(TaskServer.meta(TaskServer.DECLARING));
        assertThatThrownBy(() -> server.ask(method, params, "alice"))
            .isInstanceOfSatisfying(
                McpException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.METHOD_NOT_FOUND));
      }
    }
  }

  @Test
  void taskOfSomebodyElseIsAsUnknownAsNone() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      String id = server.begin("echo", "{}");
      JsonObject answers = json("{'inputResponses':{}}");
      for (var method : List.of(TaskMethods.GET, TaskMethods.UPDATE, TaskMethods.CANCEL)) {
        JsonRpcError none = refusal(() -> server.tasks(method, "none", answers, "bob"));
        assertThat(none.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
        assertThat(refusal(() -> server.tasks(method, id, answers, "bob"))).isEqualTo(none);
        assertThat(refusal(() -> server.tasks(method, id, answers, null))).isEqualTo(none);
      }
      assertThat(server.await(id, TaskStatus.COMPLETED)).isNotNull();
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  private static JsonRpcError refusal(Action action) {
    try {
      action.run();
    } catch (McpException e) {
      return e.error();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("was not refused");
  }

  @Test
  void everyKindOfEndIsTheEndOfTheTask() throws Exception {
    try (TaskServer server =
        TaskServer.of(
            builder ->
                builder
                    .tool(
                        "refuse",
                        tool ->
                            tool.asTask()
                                .handle(
                                    (arguments, call) -> {
                                      throw new ToolError("not today");
                                    }))
                    .tool(
                        "error",
                        tool ->
                            tool.asTask()
                                .handle(
                                    (arguments, call) -> {
                                      throw new McpException(
                                          -32603, "no", StringNode.valueOf("why"));
                                    }))
                    .tool(
                        "fail",
                        tool ->
                            tool.asTask()
                                .handle(
                                    (arguments, call) -> {
                                      throw new IllegalStateException("secret");
                                    })))) {
      DetailedTask refused = server.await(server.begin("refuse", "{}"), TaskStatus.COMPLETED);
      assertThat(TaskServer.textOf(refused)).isEqualTo("not today");
      assertThat(Objects.requireNonNull(refused.result()).get("isError").asBoolean(false)).isTrue();
      DetailedTask failed = server.await(server.begin("error", "{}"), TaskStatus.FAILED);
      assertThat(failed.error())
          .isEqualTo(new JsonRpcError(-32603, "no", StringNode.valueOf("why")));
      assertThat(failed.task().statusMessage()).isEqualTo("no");
      DetailedTask broken = server.await(server.begin("fail", "{}"), TaskStatus.COMPLETED);
      assertThat(TaskServer.textOf(broken)).startsWith("The tool failed").doesNotContain("secret");
    }
  }

  @Test
  void progressBecomesTheStatusMessage() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (TaskServer server =
        TaskServer.of(
            builder ->
                builder.tool(
                    "count",
                    tool ->
                        tool.asTask(TaskPolicy.DEFAULT.withPollInterval(Duration.ofMillis(1)))
                            .handle(
                                (arguments, call) -> {
                                  call.progress(1, 3);
                                  assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
                                  return "counted";
                                })))) {
      String id = server.begin("count", "{}");
      assertThat(server.awaitMessage(id, "1 of 3").task().status()).isEqualTo(TaskStatus.WORKING);
      go.countDown();
      assertThat(server.await(id, TaskStatus.COMPLETED).task().statusMessage()).isNull();
    }
  }

  private static TaskServer asking(AtomicInteger effects) {
    return TaskServer.of(
        builder ->
            builder.tool(
                "ask",
                tool ->
                    tool.asTask()
                        .handle(
                            (arguments, call) -> {
                              int effect = call.once("effect", effects::incrementAndGet);
                              Question<Answer<Text>> one =
                                  Question.form("one", "First?", Text.class);
                              Question<Answer<Text>> two =
                                  Question.form("two", "Second?", Text.class);
                              Answers answers = call.ask(one, two);
                              Text last = call.elicit("three", "Third?", Text.class).orCancel();
                              return "%s, %s, %s after effect %d"
                                  .formatted(
                                      answers.get(one).orCancel().value(),
                                      answers.get(two).orCancel().value(),
                                      last.value(),
                                      effect);
                            })));
  }

  @Test
  void taskAsksUntilEverythingIsAnsweredAndRepeatsNoEffect() throws Exception {
    AtomicInteger effects = new AtomicInteger();
    try (TaskServer server = asking(effects)) {
      String id = server.begin("ask", "{}");
      assertThat(server.await(id, TaskStatus.INPUT_REQUIRED).inputRequests())
          .containsOnlyKeys("one", "two");
      server.answer(id, "{'one':" + ACCEPTED.formatted("1") + "}");
      DetailedTask half = server.get(id);
      assertThat(half.task().status()).isEqualTo(TaskStatus.INPUT_REQUIRED);
      assertThat(half.inputRequests()).containsOnlyKeys("two");
      server.answer(id, "{'one':" + ACCEPTED.formatted("x") + ",'nobody':{}}");
      assertThat(server.get(id).inputRequests()).containsOnlyKeys("two");
      server.answer(id, "{'two':" + ACCEPTED.formatted("2") + "}");
      assertThat(server.await(id, TaskStatus.INPUT_REQUIRED).inputRequests())
          .containsOnlyKeys("three");
      server.answer(id, "{'three':" + ACCEPTED.formatted("3") + "}");

      assertThat(TaskServer.textOf(server.await(id, TaskStatus.COMPLETED)))
          .isEqualTo("1, 2, 3 after effect 1");
      assertThat(effects).hasValue(1);
    }
  }

  @Test
  void answerThatDoesNotFitIsRefusedAndTheQuestionStays() throws Exception {
    try (TaskServer server = asking(new AtomicInteger())) {
      String id = server.begin("ask", "{}");
      assertThat(server.await(id, TaskStatus.INPUT_REQUIRED)).isNotNull();
      for (String answer :
          List.of("{'action':'accept','content':{'value':7}}", "{'action':'maybe'}", "5")) {
        JsonRpcError refusal =
            refusal(() -> server.answer(id, "{'one':%s,'two':%s}".formatted(answer, ACCEPTED)));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
        assertThat(refusal.message()).contains("/inputResponses/one");
      }
      assertThat(server.get(id).inputRequests()).containsOnlyKeys("one", "two");
    }
  }

  @Test
  void cancelledTaskStopsItsHandler() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (TaskServer server =
        TaskServer.of(
            builder ->
                builder.tool(
                    "sleep",
                    tool ->
                        tool.asTask()
                            .handle(
                                (arguments, call) -> {
                                  begun.countDown();
                                  try {
                                    return "slept "
                                        + new CountDownLatch(1).await(1, TimeUnit.HOURS);
                                  } finally {
                                    interrupted.countDown();
                                  }
                                })))) {
      String id = server.begin("sleep", "{}");
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.tasks(TaskMethods.CANCEL, id, null)).isEqualTo(JsonObject.EMPTY);

      assertThat(server.get(id).task().status()).isEqualTo(TaskStatus.CANCELLED);
      assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.tasks(TaskMethods.CANCEL, id, null)).isEqualTo(JsonObject.EMPTY);
      assertThat(server.get(id).task().status()).isEqualTo(TaskStatus.CANCELLED);
    }
  }

  @Test
  void failedAttemptIsRepeatedWithinTheTask() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    AtomicInteger effects = new AtomicInteger();
    ManualClock clock = ManualClock.create();
    TaskPolicy policy = TaskPolicy.DEFAULT.withRetry(TaskRetry.upTo(3, Duration.ofSeconds(5)));
    try (TaskServer server =
        TaskServer.of(
            TaskOptions.inMemory().withLease(Duration.ofDays(1)),
            clock,
            builder ->
                builder.tool(
                    "flaky",
                    tool ->
                        tool.asTask(policy)
                            .handle(
                                (arguments, call) -> {
                                  call.once("effect", effects::incrementAndGet);
                                  if (attempts.incrementAndGet() < 3) {
                                    throw new IllegalStateException("not yet");
                                  }
                                  return "at last";
                                })))) {
      String id = server.begin("flaky", "{}");
      server.awaitMessage(id, "Attempt 2 of 3");
      assertThat(attempts).hasValue(1);
      clock.advance(Duration.ofSeconds(5));
      server.awaitMessage(id, "Attempt 3 of 3");
      clock.advance(Duration.ofSeconds(10));

      assertThat(TaskServer.textOf(server.await(id, TaskStatus.COMPLETED))).isEqualTo("at last");
      assertThat(effects).hasValue(1);
    }
  }

  @Test
  void lastFailureIsTheResult() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    TaskPolicy policy = TaskPolicy.DEFAULT.withRetry(TaskRetry.upTo(2, Duration.ZERO));
    try (TaskServer server =
        TaskServer.of(
            builder ->
                builder.tool(
                    "broken",
                    tool ->
                        tool.asTask(policy)
                            .handle(
                                (arguments, call) -> {
                                  attempts.incrementAndGet();
                                  throw new IllegalStateException("never");
                                })))) {
      DetailedTask done = server.await(server.begin("broken", "{}"), TaskStatus.COMPLETED);

      assertThat(TaskServer.textOf(done)).startsWith("The tool failed");
      assertThat(attempts).hasValue(2);
    }
  }

  @Test
  void quickCallIsAnsweredWithItsResult() throws Exception {
    InMemoryTaskStore store = new InMemoryTaskStore();
    try (TaskServer server =
        TaskServer.of(
            TaskOptions.of(store),
            ManualClock.create(),
            builder ->
                builder
                    .tool(
                        "quick",
                        tool ->
                            tool.asTask(TaskPolicy.DEFAULT.withAnswerWithin(Duration.ofSeconds(20)))
                                .handle((arguments, call) -> "done"))
                    .tool(
                        "refuse",
                        tool ->
                            tool.asTask(TaskPolicy.DEFAULT.withAnswerWithin(Duration.ofSeconds(20)))
                                .handle(
                                    (arguments, call) -> {
                                      throw new McpException(-32603, "no");
                                    })))) {
      assertThat(TaskServer.textOf(server.call("quick", "{}"))).isEqualTo("done");
      assertThat(refusal(() -> server.call("refuse", "{}")).message()).isEqualTo("no");
      assertThat(store.size()).isZero();
    }
  }

  @Test
  void slowCallIsAnsweredWithATask() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    TaskPolicy policy = TaskPolicy.DEFAULT.withAnswerWithin(Duration.ofMillis(5));
    try (TaskServer server = waiting(ManualClock.create(), policy, go)) {
      String id = server.begin("wait", "{}");
      go.countDown();
      assertThat(TaskServer.textOf(server.await(id, TaskStatus.COMPLETED))).isEqualTo("waited");
    }
  }

  @Test
  void taskThatRunsOutOfTimeFails() throws Exception {
    ManualClock clock = ManualClock.create();
    CountDownLatch never = new CountDownLatch(1);
    TaskPolicy policy = TaskPolicy.DEFAULT.withRunBudget(Duration.ofMinutes(10));
    try (TaskServer server = waiting(clock, policy, never)) {
      String id = server.begin("wait", "{}");
      clock.advance(Duration.ofMinutes(10));

      DetailedTask failed = server.await(id, TaskStatus.FAILED);
      assertThat(Objects.requireNonNull(failed.error()).message()).contains("600000 ms");
    }
  }

  @Test
  void whatDecidesIsAskedBeforeThereIsATask() throws Exception {
    try (TaskServer server =
        TaskServer.of(
            builder ->
                builder.tool(
                    "deploy",
                    tool ->
                        tool.asTask(
                                TaskPolicy.DEFAULT.when(
                                    (arguments, call) ->
                                        call.elicit("size", "How big?", Text.class)
                                            .orCancel()
                                            .value()
                                            .equals("big")))
                            .handle(
                                (arguments, call) ->
                                    "size "
                                        + call.elicit("size", "How big?", Text.class)
                                            .orCancel()
                                            .value())))) {
      Reply.InputRequired<?> asked = (Reply.InputRequired<?>) server.call("deploy", "{}");
      assertThat(asked.requests()).containsOnlyKeys("size");
      String state = Objects.requireNonNull(asked.state());

      Reply<?> small = server.ask(Methods.CALL_TOOL, retry(state, "small"), "alice");
      assertThat(TaskServer.textOf(small)).isEqualTo("size small");
      Reply<?> big = server.ask(Methods.CALL_TOOL, retry(state, "big"), "alice");
      DetailedTask done = server.await(TaskServer.idOf(big), TaskStatus.COMPLETED);
      assertThat(TaskServer.textOf(done)).isEqualTo("size big");
    }
  }

  private static CallToolRequestParams retry(String state, String size) {
    Map<String, JsonNode> answers = Map.of("size", json(ACCEPTED.formatted(size)).node());
    return new CallToolRequestParams(
        "deploy", JsonObject.EMPTY, answers, state, TaskServer.meta(TaskServer.DECLARING));
  }

  private static RequestMeta withKey(String key) {
    return TaskServer.meta(TaskServer.DECLARING).toBuilder()
        .other(JsonObject.EMPTY.with(TaskMethods.IDEMPOTENCY_KEY, StringNode.valueOf(key)))
        .build();
  }

  @Test
  void repeatedCallFindsTheTaskOfTheFirst() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      String id = TaskServer.idOf(server.call("echo", "{'a':1}", withKey("k"), "alice"));

      assertThat(TaskServer.idOf(server.call("echo", "{'a':1}", withKey("k"), "alice")))
          .isEqualTo(id);
      assertThat(TaskServer.idOf(server.call("echo", "{'a':1}", withKey("l"), "alice")))
          .isNotEqualTo(id);
      assertThat(TaskServer.idOf(server.call("echo", "{'a':1}", withKey("k"), "bob")))
          .isNotEqualTo(id);
      assertThat(refusal(() -> server.call("echo", "{'a':2}", withKey("k"), "alice")).message())
          .contains("other arguments");
    }
  }

  @Test
  void keyOfAnAnonymousClientMustBeHardToGuess() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      assertThat(refusal(() -> server.call("echo", "{}", withKey("1"), null)).code())
          .isEqualTo(ErrorCode.INVALID_PARAMS);
      RequestMeta meta = withKey("0123456789012345678901");
      assertThat(TaskServer.idOf(server.call("echo", "{}", meta, null)))
          .isEqualTo(TaskServer.idOf(server.call("echo", "{}", meta, null)));
    }
  }

  @Test
  void extensionIsDeclaredWhereToolsMakeTasks() throws Exception {
    try (TaskServer server = echo(TaskPolicy.DEFAULT)) {
      assertThat(extensions(server.server)).containsOnlyKeys(TaskMethods.EXTENSION);
    }
    try (McpServer byTool =
        McpServer.named("t", "1")
            .tool("t", tool -> tool.asTask().handle((arguments, call) -> "t"))
            .build()) {
      assertThat(extensions(byTool)).containsOnlyKeys(TaskMethods.EXTENSION);
    }
    try (McpServer bare =
        McpServer.named("t", "1")
            .toolsMayChange()
            .tool("t", tool -> tool.handle((arguments, call) -> "t"))
            .build()) {
      assertThat(extensions(bare)).isEmpty();
      assertThatThrownBy(
              () -> bare.addTool("u", tool -> tool.asTask().handle((arguments, call) -> "u")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("tasks()");
    }
  }

  private static Map<String, JsonObject> extensions(McpServer server) throws Exception {
    EmptyRequestParams params = new EmptyRequestParams(TaskServer.meta(ClientCapabilities.NONE));
    Reply<?> reply = TaskServer.ask(server, Methods.DISCOVER, params, null);
    return ((DiscoverResult) ((Reply.Complete<?>) reply).result()).capabilities().extensions();
  }
}
