/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the runs of a handler within one chain of rounds have in common. */
class ChainTest {
  record Confirm(boolean yes) {}

  record Order(String id, int items) {}

  private static final String YES = "{\"action\":\"accept\",\"content\":{\"yes\":true}}";
  private static final String NO = "{\"action\":\"accept\",\"content\":{\"yes\":false}}";

  private static McpServerBuilder server(ToolHandler<JsonObject> handler) {
    return McpServer.named("s", "1").tool("t", t -> t.handle(handler));
  }

  private static TestClient tool(ToolHandler<JsonObject> handler) {
    return new TestClient(server(handler).build());
  }

  private static boolean ask(Call call, String key) {
    return call.elicit(key, key + "?", Confirm.class).orCancel().yes();
  }

  private static Reply<CallToolResult> next(
      TestClient client, Reply<CallToolResult> round, String key, String answer) throws Exception {
    return client.call(
        "t", null, "{\"" + key + "\":" + answer + "}", TestClient.asks(round).state());
  }

  private static String done(Reply<CallToolResult> reply) {
    return TestClient.text(TestClient.complete(reply));
  }

  @Test
  void answerOfAnEarlierRoundCannotBeChanged() throws Exception {
    TestClient client = tool((in, call) -> ask(call, "a") + " " + ask(call, "b"));

    Reply<CallToolResult> second = next(client, client.call("t", null), "a", YES);
    Reply<CallToolResult> third =
        client.call(
            "t", null, "{\"a\":" + NO + ",\"b\":" + NO + "}", TestClient.asks(second).state());

    assertThat(done(third)).isEqualTo("true false");
  }

  @Test
  void answerToAQuestionThatWasNotAskedYetDoesNotCount() throws Exception {
    TestClient client = tool((in, call) -> ask(call, "a") + " " + ask(call, "b"));

    Reply<CallToolResult> second =
        client.call(
            "t",
            null,
            "{\"a\":" + YES + ",\"b\":" + NO + "}",
            TestClient.asks(client.call("t", null)).state());

    assertThat(TestClient.asks(second).requests()).containsOnlyKeys("b");
  }

  @Test
  void questionThatChangedBetweenRoundsIsAnErrorThatSaysSo() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    TestClient client =
        tool(
            (in, call) ->
                "" + call.elicit("a", "Try " + runs.getAndIncrement(), Confirm.class).orCancel());

    Reply<CallToolResult> first = client.call("t", null);
    McpException refusal = TestClient.refusal(() -> next(client, first, "a", YES));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message())
        .isEqualTo(
            "The question a is not the one that was asked before under this key; a handler must"
                + " ask the same question in every round");
  }

  @Test
  void questionOfAnAnswerThatIsKnownMustNotChangeEither() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    TestClient client =
        tool(
            (in, call) -> {
              int run = runs.getAndIncrement();
              call.elicit("a", run < 2 ? "A?" : "Another?", Confirm.class).orCancel();
              return "" + ask(call, "b");
            });

    Reply<CallToolResult> second = next(client, client.call("t", null), "a", YES);
    McpException refusal = TestClient.refusal(() -> next(client, second, "b", YES));

    assertThat(refusal.error().message()).startsWith("The question a is not the one");
  }

  @Test
  void requestIsGivenUpAfterTooManyRounds() throws Exception {
    TestClient client =
        new TestClient(
            server((in, call) -> ask(call, "a") + "" + ask(call, "b") + ask(call, "c"))
                .inputLimits(new InputLimits(2, Duration.ofMinutes(1), 4096))
                .build());
    Reply<CallToolResult> second = next(client, client.call("t", null), "a", YES);

    McpException refusal = TestClient.refusal(() -> next(client, second, "b", YES));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message())
        .isEqualTo("The request was given up after 2 rounds of questions");
  }

  @Test
  void stateThatGrowsTooLargeEndsTheRequest() {
    TestClient client =
        tool(
            (in, call) -> {
              call.once("large", () -> "x".repeat(16_384));
              return "" + ask(call, "a");
            });

    McpException refusal = TestClient.refusal(() -> client.call("t", null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(refusal.error().message()).isEqualTo("The answers so far are too large to continue");
  }

  @Test
  void whatIsDoneOnceIsNotRepeatedInLaterRounds() throws Exception {
    AtomicInteger created = new AtomicInteger();
    TestClient client =
        tool(
            (in, call) -> {
              boolean first = ask(call, "a");
              int id = call.once("create", created::incrementAndGet);
              return first + " " + id + " " + ask(call, "b");
            });

    Reply<CallToolResult> second = next(client, client.call("t", null), "a", YES);

    assertThat(done(next(client, second, "b", NO))).isEqualTo("true 1 false");
    assertThat(created).hasValue(1);
    assertThat(done(next(client, second, "b", YES))).isEqualTo("true 1 true");
    assertThat(created).hasValue(1);
  }

  @Test
  void outcomeComesBackAsItWas() throws Exception {
    List<Object> outcomes = new ArrayList<>();
    outcomes.add("text");
    outcomes.add(null);
    outcomes.add(true);
    outcomes.add(42);
    outcomes.add(1L << 60);
    outcomes.add(0.1);
    outcomes.add(Double.NaN);
    outcomes.add(BigInteger.TEN.pow(30));
    outcomes.add(new BigDecimal("1.50"));
    outcomes.add(TestClient.json("[1,{\"a\":null}]"));
    outcomes.add(TestClient.object("{\"a\":1.0}"));

    for (Object outcome : outcomes) {
      assertThat(afterOneRound(call -> call.once("k", () -> outcome))).isEqualTo(outcome);
    }
    assertThat(afterOneRound(call -> call.once("k", Order.class, () -> new Order("o-1", 3))))
        .isEqualTo(new Order("o-1", 3));
  }

  private interface Step {
    @Nullable Object run(Call call) throws Exception;
  }

  /** What a step returns in the second run of a handler. */
  private static @Nullable Object afterOneRound(Step step) throws Exception {
    AtomicReference<@Nullable Object> seen = new AtomicReference<>();
    TestClient client =
        tool(
            (in, call) -> {
              seen.set(step.run(call));
              return "" + ask(call, "a");
            });
    Reply<CallToolResult> first = client.call("t", null);
    seen.set("not set");
    next(client, first, "a", YES);
    return seen.get();
  }

  @Test
  void outcomeThatCannotTravelIsRefused() throws Exception {
    TestClient client =
        tool(
            (in, call) -> {
              Object unused = call.once("k", () -> new Order("o-1", 3));
              return "";
            });

    CallToolResult result = client.result("t", null);

    assertThat(result.failed()).isTrue();
  }

  @Test
  void actionOfSeveralThreadsRunsOnce() throws Exception {
    int threads = 4;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    AtomicInteger runs = new AtomicInteger();
    TestClient client =
        tool(
            (in, call) -> {
              Callable<Integer> once =
                  () -> {
                    start.await();
                    return call.once("k", runs::incrementAndGet);
                  };
              for (Future<Integer> outcome :
                  executor.invokeAll(Collections.nCopies(threads, once))) {
                assertThat(outcome.get()).isEqualTo(runs.get());
              }
              return "done";
            });

    try {
      for (int calls = 1; calls <= 200; calls++) {
        assertThat(client.text("t", null)).isEqualTo("done");
        assertThat(runs).hasValue(calls);
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void actionThatFailsIsTriedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    TestClient client =
        tool(
            (in, call) -> {
              Callable<String> action =
                  () -> {
                    if (tries.incrementAndGet() == 1) {
                      throw new java.io.IOException("not yet");
                    }
                    return "done";
                  };
              try {
                return call.once("k", action);
              } catch (java.io.IOException e) {
                return call.once("k", action);
              }
            });

    assertThat(client.text("t", null)).isEqualTo("done");
    assertThat(tries).hasValue(2);
  }

  @Test
  void chainHasOneIdInAllItsRoundsAndAnotherOneWhenItStartsOver() throws Exception {
    Set<String> ids = new HashSet<>();
    TestClient client =
        tool(
            (in, call) -> {
              ids.add(call.chainId());
              assertThat(call.chainId()).hasSize(32);
              return ask(call, "a") + "" + ask(call, "b");
            });

    Reply<CallToolResult> second = next(client, client.call("t", null), "a", YES);
    next(client, second, "b", YES);
    assertThat(ids).hasSize(1);

    client.call("t", null);
    assertThat(ids).hasSize(2);
  }
}
