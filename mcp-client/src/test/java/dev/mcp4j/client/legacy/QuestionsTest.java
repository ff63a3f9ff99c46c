/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.api.sampling.CreateMessageResult;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What servers of older revisions ask their clients. */
@Timeout(60)
class QuestionsTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final String FORM =
      "{\"message\":\"who?\",\"requestedSchema\":{\"type\":\"object\",\"properties\":{"
          + "\"name\":{\"type\":\"string\",\"default\":\"Ada\"},"
          + "\"age\":{\"type\":\"integer\"}}}}";
  private static final String CREATE =
      "{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"hi\"}}],"
          + "\"maxTokens\":9}";

  private final OldServer server = new OldServer();

  private McpClientBuilder builder() {
    return McpClient.builder().transport(server.transport()).protocolVersion("2025-11-25");
  }

  private static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(StandardCharsets.UTF_8));
  }

  private static CreateMessageResult words(String text) {
    return new CreateMessageResult(
        Role.ASSISTANT, List.of(TextContent.of(text)), "m", null, JsonObject.EMPTY);
  }

  /** The call asks, and is done when the answer is there. */
  private void serveAsking(String method, String params) {
    server.on(
        "tools/call",
        call -> {
          server.ask("q", method, params);
          new Thread(
                  () -> {
                    server.answer("q");
                    call.result(DONE);
                  })
              .start();
        });
  }

  @Test
  void formIsAnsweredOnTheThreadOfItsCallWithDefaultsFilledIn() {
    serveAsking("elicitation/create", FORM);
    List<Thread> asked = new ArrayList<>();
    try (McpClient client =
        builder()
            .onElicitation(
                form -> {
                  asked.add(Thread.currentThread());
                  assertThat(form.message()).isEqualTo("who?");
                  return form.accept();
                })
            .build()) {
      client.call("t").result();
    }
    assertThat(asked).containsExactly(Thread.currentThread());
    assertThat(server.answer("q").get("result"))
        .isEqualTo(json("{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}"));
  }

  @Test
  void severalQuestionsInARowAreAnsweredAndProgressStillArrives() {
    server.on(
        "tools/call",
        call -> {
          JsonNode token = call.params().get("_meta").get("progressToken");
          new Thread(
                  () -> {
                    for (int i = 1; i <= 3; i++) {
                      server.ask("q" + i, "elicitation/create", FORM);
                      server.answer("q" + i);
                      server.tell(
                          "notifications/progress",
                          "{\"progressToken\":%s,\"progress\":%d}".formatted(token, i));
                    }
                    call.result(DONE);
                  })
              .start();
        });
    List<Double> seen = new CopyOnWriteArrayList<>();
    try (McpClient client = builder().onElicitation(form -> form.decline()).build()) {
      client.call("t").onProgress(p -> seen.add(p.progress())).result();
    }
    assertThat(seen).containsExactly(1.0, 2.0, 3.0);
    assertThat(server.received("tools/call")).hasSize(1);
    assertThat(server.answer("q3").get("result")).isEqualTo(json("{\"action\":\"decline\"}"));
  }

  @Test
  void modelIsAsked() {
    serveAsking("sampling/createMessage", CREATE);
    try (McpClient client = builder().onSampling(request -> words("ho")).build()) {
      client.call("t").result();
    }
    assertThat(server.answer("q").get("result"))
        .isEqualTo(
            json(
                "{\"role\":\"assistant\",\"content\":{\"type\":\"text\",\"text\":\"ho\"},"
                    + "\"model\":\"m\"}"));
  }

  @Test
  void rootsAreNamedWithoutACall() {
    try (McpClient client =
        builder().onRoots(() -> List.of(new Root("file:///x", "x", JsonObject.EMPTY))).build()) {
      client.discover();
      server.ask("q", "roots/list", "{}");

      assertThat(server.answer("q").get("result"))
          .isEqualTo(json("{\"roots\":[{\"uri\":\"file:///x\",\"name\":\"x\"}]}"));
    }
    assertThat(server.await("initialize").get("params").get("capabilities"))
        .isEqualTo(json("{\"roots\":{\"listChanged\":true}}"));
  }

  @Test
  void questionWithoutACallIsAnsweredOnAThreadOfItsOwn() {
    try (McpClient client = builder().onElicitation(form -> form.decline()).build()) {
      client.discover();
      server.ask("q", "elicitation/create", FORM);

      assertThat(server.answer("q").get("result")).isEqualTo(json("{\"action\":\"decline\"}"));
    }
  }

  @Test
  void questionThatCouldBelongToSeveralCallsIsAnswered() {
    server.on("tools/call", call -> {});
    try (McpClient client = builder().onElicitation(form -> form.decline()).build()) {
      PendingCall<CallToolResult> a = client.call("a").start();
      PendingCall<CallToolResult> b = client.call("b").start();
      server.await(m -> m.path("params").path("name").asString("").equals("a"));
      server.await(m -> m.path("params").path("name").asString("").equals("b"));
      server.ask("q", "elicitation/create", FORM);

      assertThat(server.answer("q").get("result")).isEqualTo(json("{\"action\":\"decline\"}"));
      a.cancel();
      b.cancel();
    }
  }

  @Test
  void pingIsAnsweredAtAnyTime() {
    server.on("initialize", call -> server.ask("early", "ping", "{}"));
    OldServer patient = new OldServer();
    patient.on(
        "tools/call",
        call -> {
          patient.ask("p", "ping", "{}");
          call.result(DONE);
        });
    try (McpClient client =
        McpClient.builder().transport(patient.transport()).protocolVersion("2025-11-25").build()) {
      client.call("t").result();
    }
    assertThat(patient.answer("p").get("result")).isEqualTo(json("{}"));

    try (McpClient client = builder().timeout(Duration.ofMillis(100)).build()) {
      assertThatThrownBy(client::discover);
    }
    assertThat(server.answer("early").get("result")).isEqualTo(json("{}"));
  }

  @Test
  void whatIsNotDeclaredIsRefused() {
    try (McpClient client = builder().build()) {
      client.discover();
      server.ask("e", "elicitation/create", FORM);
      server.ask("s", "sampling/createMessage", CREATE);
      server.ask("r", "roots/list", "{}");
      server.ask("u", "tasks/get", "{}");

      for (String id : List.of("e", "s", "r", "u")) {
        assertThat(server.answer(id).get("error").get("code").asInt()).isEqualTo(-32601);
      }
    }
  }

  @Test
  void modeThatIsNotDeclaredIsRefused() {
    try (McpClient client =
        builder().onElicitation(form -> form.accept()).onSampling(request -> words("ho")).build()) {
      client.discover();
      server.ask(
          "u",
          "elicitation/create",
          "{\"mode\":\"url\",\"message\":\"m\",\"url\":\"https://x\",\"elicitationId\":\"1\"}");
      server.ask(
          "s",
          "sampling/createMessage",
          CREATE.replace(
              "\"maxTokens\"",
              "\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}],\"maxTokens\""));
      server.ask("b", "elicitation/create", "{\"message\":7}");

      for (String id : List.of("u", "s", "b")) {
        assertThat(server.answer(id).get("error").get("code").asInt()).isEqualTo(-32602);
      }
    }
  }

  @Test
  void failureOfTheHandlerFailsTheCallAndTellsTheServerNoMoreThanThat() {
    // A result that arrives before the call is given up would leave nothing to cancel.
    server.on("tools/call", call -> server.ask("q", "elicitation/create", FORM));
    try (McpClient client =
        builder()
            .onElicitation(
                form -> {
                  throw new IllegalStateException("secret");
                })
            .build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(InputRequestException.class)
          .hasRootCauseMessage("secret");

      assertThat(server.answer("q").get("error"))
          .isEqualTo(json("{\"code\":-32603,\"message\":\"the client has no answer\"}"));
      server.await("notifications/cancelled");
    }
  }

  @Test
  void cancellingACallThatAsksCancelsIt() throws InterruptedException {
    // As above: the server must not be quicker with a result.
    server.on("tools/call", call -> server.ask("q", "elicitation/create", FORM));
    CountDownLatch asked = new CountDownLatch(1);
    try (McpClient client =
        builder()
            .onElicitation(
                form -> {
                  asked.countDown();
                  new CountDownLatch(1).await();
                  return form.accept();
                })
            .build()) {
      PendingCall<CallToolResult> pending = client.call("t").start();
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      pending.cancel();

      assertThatThrownBy(pending::await).isInstanceOf(CallCancelledException.class);
      assertThat(server.await("notifications/cancelled").get("params").get("requestId"))
          .isEqualTo(server.await("tools/call").get("id"));
    }
  }

  @Test
  void questionTheServerCancelsIsInterruptedAndNotAnswered() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (McpClient client =
        builder()
            .onElicitation(
                form -> {
                  asked.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                  return form.accept();
                })
            .build()) {
      client.discover();
      server.ask("q", "elicitation/create", FORM);
      assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

      server.tell("notifications/cancelled", "{\"requestId\":\"q\"}");

      assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
      server.ask("p", "ping", "{}");
      server.answer("p");
    }
    assertThat(server.methods()).isNotEmpty();
    assertThat(server.answers("q")).isEmpty();
  }

  @Test
  void floodOfQuestionsIsRefusedBeyondALimit() {
    CountDownLatch end = new CountDownLatch(1);
    try (McpClient client =
        builder()
            .onElicitation(
                form -> {
                  end.await();
                  return form.decline();
                })
            .build()) {
      client.discover();
      for (int i = 0; i < 100; i++) {
        server.ask("q" + i, "elicitation/create", FORM);
      }

      assertThat(server.answer("q99").get("error").get("message").asString())
          .isEqualTo("too many questions at once");
      end.countDown();
      assertThat(server.answer("q0").get("result")).isEqualTo(json("{\"action\":\"decline\"}"));
    }
  }

  private static final String REFUSED =
      "{\"elicitations\":[{\"mode\":\"url\",\"elicitationId\":\"e1\",\"url\":\"https://x/1\","
          + "\"message\":\"sign in\"}]}";

  private McpClient clientThatGoes(ElicitAction action, List<String> urls) {
    return builder()
        .onUrlElicitation(
            link -> {
              urls.add(link.url());
              new Thread(
                      () ->
                          server.tell(
                              "notifications/elicitation/complete", "{\"elicitationId\":\"e1\"}"))
                  .start();
              return action;
            })
        .build();
  }

  @Test
  void callThatNeedsAPageIsSentAgainWhenTheUserIsDone() {
    List<String> urls = new CopyOnWriteArrayList<>();
    server.on(
        "tools/call",
        call -> {
          if (server.received("tools/call").size() == 1) {
            call.error(-32042, "sign in first", REFUSED);
          } else {
            call.result(DONE);
          }
        });
    try (McpClient client = clientThatGoes(ElicitAction.ACCEPT, urls)) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
    assertThat(urls).containsExactly("https://x/1");
    assertThat(server.received("tools/call")).hasSize(2);
  }

  @Test
  void callIsNotSentAgainWhenTheUserDeclines() {
    server.on("tools/call", call -> call.error(-32042, "sign in first", REFUSED));
    try (McpClient client = clientThatGoes(ElicitAction.DECLINE, new CopyOnWriteArrayList<>())) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32042));
    }
    assertThat(server.received("tools/call")).hasSize(1);
  }

  @Test
  void clientThatOpensNoLinksGetsTheError() {
    server.on("tools/call", call -> call.error(-32042, "sign in first", REFUSED));
    try (McpClient client = builder().onElicitation(form -> form.accept()).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              RequestFailedException.class,
              e -> {
                assertThat(e.code()).isEqualTo(-32042);
                assertThat(e.data()).isEqualTo(json(REFUSED));
              });
    }
  }
}
