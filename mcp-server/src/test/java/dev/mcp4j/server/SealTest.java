/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.tool.CallToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The state that travels through the client between two rounds. */
class SealTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final KeyRing KEYS = KeyRing.of(key(1));
  private static final String FROZEN =
      "The requestState is not valid for this request; send the request again without it";
  private static final String ROOTS = "{\"where\":{\"roots\":[]}}";

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now.get();
        }
      };

  private static byte[] key(int value) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) value);
    return key;
  }

  private McpServerBuilder server() {
    ToolHandler<dev.mcp4j.api.JsonObject> asking =
        (in, call) -> "roots " + call.roots("where").size();
    return McpServer.named("s", "1")
        .clock(clock)
        .tool("t", t -> t.inputSchema("{\"type\":\"object\"}").handle(asking))
        .tool("other", t -> t.inputSchema("{\"type\":\"object\"}").handle(asking))
        .prompt("t", p -> p.get((in, call) -> "" + call.roots("where").size()));
  }

  private TestClient client() {
    return new TestClient(server().build());
  }

  private static String state(TestClient client, @Nullable String arguments) throws Exception {
    return TestClient.asks(client.call("t", arguments)).state();
  }

  private static String done(Reply<CallToolResult> reply) {
    return TestClient.text(TestClient.complete(reply));
  }

  private static void assertRefused(
      TestClient client, String tool, @Nullable String arguments, String state) {
    McpException refusal = TestClient.refusal(() -> client.call(tool, arguments, ROOTS, state));
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
    assertThat(refusal.error().message()).isEqualTo(FROZEN);
    assertThat(refusal.data()).isNull();
  }

  @Test
  void stateOfTheSameRequestIsTaken() throws Exception {
    TestClient client = client();

    assertThat(done(client.call("t", "{\"a\":1}", ROOTS, state(client, "{\"a\":1}"))))
        .isEqualTo("roots 0");
  }

  @Test
  void argumentsInAnotherSpellingAreTheSameRequest() throws Exception {
    TestClient client = client();
    String state = state(client, "{\"a\":1,\"b\":[2.50,\"x\"]}");

    assertThat(done(client.call("t", "{\"b\":[25e-1,\"\\u0078\"],\"a\":1.0}", ROOTS, state)))
        .isEqualTo("roots 0");
  }

  @Test
  void stateOfAnotherRequestIsRefusedAndTheAnswerIsAlwaysTheSame() throws Exception {
    TestClient client = client();
    String state = state(client, "{\"a\":1}");

    assertRefused(client, "t", "{\"a\":2}", state);
    assertRefused(client, "t", null, state);
    assertRefused(client, "other", "{\"a\":1}", state);
    assertRefused(client, "t", "{\"a\":1}", state + "-TAMPERED");
    assertRefused(client, "t", "{\"a\":1}", state.substring(1));
    assertRefused(client, "t", "{\"a\":1}", "");
    assertRefused(client, "t", "{\"a\":1}", "x".repeat(20_000));
    assertRefused(client(), "t", "{\"a\":1}", state);
    assertRefused(client.as(new Caller("eve", Set.of(), "test")), "t", "{\"a\":1}", state);
  }

  @Test
  void stateOfAToolIsNoneOfThePromptOfThatName() throws Exception {
    TestClient client = client();
    String state = state(client, null);

    McpException refusal =
        TestClient.refusal(
            () ->
                client.send(
                    Methods.GET_PROMPT,
                    new GetPromptRequestParams(
                        "t", Map.of(), TestClient.members(ROOTS), state, client.currentMeta())));

    assertThat(refusal.error().message()).isEqualTo(FROZEN);
  }

  @Test
  void stateOfOnePrincipalIsTakenFromThisPrincipalAlone() throws Exception {
    TestClient client = client().as(new Caller("ada", Set.of(), "test"));
    String state = state(client, null);

    assertThat(done(client.call("t", null, ROOTS, state))).isEqualTo("roots 0");
    assertRefused(client.as(Caller.anonymous("test")), "t", null, state);
  }

  @Test
  void stateExpires() throws Exception {
    TestClient client = client();
    String state = state(client, null);

    now.set(START.plus(Duration.ofMinutes(10)).minusMillis(1));
    assertThat(done(client.call("t", null, ROOTS, state))).isEqualTo("roots 0");
    now.set(START.plus(Duration.ofMinutes(10)));
    assertRefused(client, "t", null, state);
  }

  @Test
  void everyRoundHasTheWholeTimeAgain() throws Exception {
    TestClient client = client();
    String first = state(client, null);
    now.set(START.plus(Duration.ofMinutes(9)));
    String second = TestClient.asks(client.call("t", null, "{}", first)).state();

    now.set(START.plus(Duration.ofMinutes(18)));

    assertThat(done(client.call("t", null, ROOTS, second))).isEqualTo("roots 0");
  }

  @Test
  void instancesWithTheSameKeysContinueEachOther() throws Exception {
    TestClient one = new TestClient(server().keys(KEYS).build());
    TestClient two = new TestClient(server().keys(KEYS).build());

    assertThat(done(two.call("t", null, ROOTS, state(one, null)))).isEqualTo("roots 0");
  }

  @Test
  void keyIsReplacedInThreeStepsWithoutRefusingAnybody() throws Exception {
    TestClient old = new TestClient(server().keys(KeyRing.of(key(1))).build());
    TestClient added = new TestClient(server().keys(KeyRing.of(key(1), key(2))).build());
    TestClient moved = new TestClient(server().keys(KeyRing.of(key(2), key(1))).build());
    TestClient dropped = new TestClient(server().keys(KeyRing.of(key(2))).build());

    assertThat(done(old.call("t", null, ROOTS, state(added, null)))).isEqualTo("roots 0");
    assertThat(done(added.call("t", null, ROOTS, state(moved, null)))).isEqualTo("roots 0");
    assertThat(done(moved.call("t", null, ROOTS, state(old, null)))).isEqualTo("roots 0");
    assertThat(done(dropped.call("t", null, ROOTS, state(moved, null)))).isEqualTo("roots 0");
    assertRefused(dropped, "t", null, state(old, null));
  }

  @Test
  void handlersOwnStateTravelsSealed() throws Exception {
    TestClient client =
        new TestClient(
            McpServer.named("s", "1")
                .tool(
                    "t",
                    t ->
                        t.handle(
                            (in, call) ->
                                call.requestState() == null
                                    ? new Reply.InputRequired<>(
                                        Map.of("k", ListRootsRequest.INSTANCE),
                                        "step 1",
                                        ResultMeta.EMPTY)
                                    : call.requestState() + " " + call.inputResponses()))
                .build());

    Reply.InputRequired<CallToolResult> round = TestClient.asks(client.call("t", null));

    assertThat(round.requests()).containsOnlyKeys("k");
    assertThat(round.state()).isNotNull().doesNotContain("step 1");
    assertThat(done(client.call("t", null, "{\"k\":{\"roots\":[]}}", round.state())))
        .isEqualTo("step 1 {k={\"roots\":[]}}");
    McpException refusal = TestClient.refusal(() -> client.call("t", null, "{}", "step 1"));
    assertThat(refusal.error().message()).isEqualTo(FROZEN);
  }
}
