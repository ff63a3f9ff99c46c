/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.SessionExpiredException;
import dev.mcp4j.client.transport.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streamable HTTP with sessions and streams. */
@Timeout(60)
class StreamableSessionTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final String TOOLS =
      "{\"tools\":["
          + "{\"name\":\"safe\",\"inputSchema\":{\"type\":\"object\"},"
          + "\"annotations\":{\"idempotentHint\":true}},"
          + "{\"name\":\"reads\",\"inputSchema\":{\"type\":\"object\"},"
          + "\"annotations\":{\"readOnlyHint\":true}},"
          + "{\"name\":\"unsafe\",\"inputSchema\":{\"type\":\"object\"}}]}";

  private final OldHttpServer server = new OldHttpServer().on("tools/list", TOOLS);

  @AfterEach
  void close() {
    server.close();
  }

  private McpClientBuilder builder() {
    return McpClient.builder().http(server.uri()).protocolVersion("2025-11-25");
  }

  @Test
  void sessionAndRevisionAreNamedInEveryRequestAfterTheHandshake() {
    server.on("tools/call", DONE).on("DELETE", call -> call.http().reply(200, null, ""));
    try (McpClient client = builder().build()) {
      client.call("t").result();
    }
    assertThat(server.words())
        .as("the stream is asked for before any call")
        .containsExactly("initialize", "notifications/initialized", "GET", "tools/call", "DELETE");
    OldHttpServer.Call first = server.calls().get(0);
    assertThat(first.session()).isNull();
    assertThat(first.http().header("mcp-protocol-version")).isNull();
    assertThat(first.http().header("mcp-method")).isNull();
    assertThat(server.calls().subList(1, 5))
        .allSatisfy(
            call -> {
              assertThat(call.session()).isEqualTo("session-1");
              assertThat(call.http().header("mcp-protocol-version")).isEqualTo("2025-11-25");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26"})
  void revisionHasNoHeaderBefore20250618(String revision) {
    server.on("tools/call", DONE);
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion(revision).build()) {
      client.call("t").result();
    }
    assertThat(server.calls())
        .allSatisfy(call -> assertThat(call.http().header("mcp-protocol-version")).isNull());
  }

  @Test
  void headersOfTheApplicationAreInEveryRequest() {
    server.on("tools/call", DONE).on("DELETE", call -> call.http().reply(200, null, ""));
    HttpOptions options =
        HttpOptions.builder(server.uri())
            .customizer((request, message) -> request.setHeader("Authorization", "Bearer x"))
            .build();
    try (McpClient client =
        McpClient.builder().http(options).protocolVersion("2025-06-18").build()) {
      client.call("t").result();
    }
    assertThat(server.words()).contains("GET", "DELETE");
    assertThat(server.calls())
        .allSatisfy(call -> assertThat(call.http().header("authorization")).isEqualTo("Bearer x"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 500})
  void serverWithoutStreamAndDeleteIsFine(int status) {
    server
        .on("tools/call", DONE)
        .on("GET", call -> call.html(status))
        .on("DELETE", call -> call.html(status));
    try (McpClient client = builder().build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
    assertThat(server.calls("GET")).hasSize(1);
    assertThat(server.sessions()).isEqualTo(1);
  }

  @Test
  void sessionlessServerGetsNoDelete() {
    server.withoutSessions().on("tools/call", DONE);
    try (McpClient client = builder().build()) {
      client.call("t").result();
    }
    assertThat(server.words()).doesNotContain("DELETE");
    assertThat(server.calls()).allSatisfy(call -> assertThat(call.session()).isNull());
  }

  @Test
  void serverThatNeverConfirmsItsStreamDoesNotHoldCallsUp() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    server
        .on("tools/call", DONE)
        .on(
            "GET",
            call -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            });
    try (McpClient client = builder().build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
    end.countDown();
  }

  // ---- streams

  private static void startEvents(OldHttpServer.Call call, String... blocks) throws IOException {
    call.http().startEvents();
    for (String block : blocks) {
      call.http().chunk(block);
    }
  }

  @Test
  void streamThatEndsEarlyIsResumedWhereItWasLeft() {
    List<String> token = new ArrayList<>();
    server.on(
        "tools/call",
        call -> {
          token.add(call.message().path("params").path("_meta").path("progressToken").toString());
          startEvents(call, "id: e1\nretry: 10\ndata:\n\n");
          call.http().endEvents();
        });
    server.on(
        "GET",
        call -> {
          String after = call.http().header("last-event-id");
          if (after == null) {
            call.html(405);
          } else if (after.equals("e1")) {
            startEvents(
                call,
                "id: e2\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
                    + "\"params\":{\"progressToken\":%s,\"progress\":1}}\n\n"
                        .formatted(token.get(0)));
            call.http().hangUp();
          } else {
            OldHttpServer.Call asked = server.await("tools/call");
            startEvents(call, "id: e3\ndata: " + asked.resultMessage(DONE) + "\n\n");
            call.http().endEvents();
          }
        });
    List<Double> progress = new ArrayList<>();
    try (McpClient client = builder().build()) {
      CallToolResult result = client.call("t").onProgress(p -> progress.add(p.progress())).result();
      assertThat(result.failed()).isFalse();
    }
    assertThat(progress).containsExactly(1.0);
    assertThat(server.calls("tools/call")).hasSize(1);
    assertThat(server.calls("GET"))
        .extracting(call -> String.valueOf(call.http().header("last-event-id")))
        .containsExactly("null", "e1", "e2");
  }

  @Test
  void streamThatNamesNoPlaceToGoOnFromFailsItsCall() {
    server.on(
        "tools/call",
        call -> {
          startEvents(call, ": nothing\n\n");
          call.http().endEvents();
        });
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("ended the stream before the response to tools/call");
    }
  }

  @Test
  void streamThatCannotBeResumedFailsItsCall() {
    server.on(
        "tools/call",
        call -> {
          startEvents(call, "id: e1\nretry: 1\ndata:\n\n");
          call.http().endEvents();
        });
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(405));
    }
  }

  @Test
  void callThatTimesOutBetweenTwoStreamsIsCancelled() {
    server.on(
        "tools/call",
        call -> {
          startEvents(call, "id: e1\nretry: 60000\ndata:\n\n");
          call.http().endEvents();
        });
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofMillis(300)).result())
          .isInstanceOf(CallTimeoutException.class);

      OldHttpServer.Call cancelled = server.await("notifications/cancelled");
      assertThat(cancelled.message().get("params").get("requestId"))
          .isEqualTo(server.await("tools/call").id());
      assertThat(cancelled.session()).isEqualTo("session-1");
    }
    assertThat(server.calls("GET")).hasSize(1);
  }

  @Test
  void callThatIsCancelledBetweenTwoStreamsEnds() {
    server.on(
        "tools/call",
        call -> {
          startEvents(call, "id: e1\nretry: 60000\ndata:\n\n");
          call.http().endEvents();
        });
    try (McpClient client = builder().build()) {
      PendingCall<CallToolResult> pending = client.call("t").start();
      server.await("tools/call");

      pending.cancel();

      assertThatThrownBy(pending::await).isInstanceOf(CallCancelledException.class);
    }
  }

  @Test
  void questionOnTheStreamOfACallIsAnsweredByPost() {
    server.on(
        "tools/call",
        call -> {
          startEvents(
              call,
              "data: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"elicitation/create\",\"params\":"
                  + "{\"message\":\"?\",\"requestedSchema\":{\"type\":\"object\",\"properties\":{"
                  + "\"a\":{\"type\":\"string\",\"default\":\"b\"}}}}}\n\n");
          server.await("answer q");
          call.http().event(call.resultMessage(DONE));
          call.http().endEvents();
        });
    try (McpClient client = builder().onElicitation(form -> form.accept()).build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
    OldHttpServer.Call answer = server.await("answer q");
    assertThat(answer.message().get("result").toString())
        .isEqualTo("{\"action\":\"accept\",\"content\":{\"a\":\"b\"}}");
    assertThat(answer.session()).isEqualTo("session-1");
  }

  @Test
  void batchOnAStreamIsTakenApart() {
    server.on(
        "tools/call",
        call -> {
          startEvents(call);
          call.http()
              .event(
                  "[{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"},"
                      + call.resultMessage(DONE)
                      + "]");
          call.http().endEvents();
        });
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion("2025-03-26").build()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      server.await("answer p");
    }
  }

  @Test
  void serverPushesChangesAndQuestionsAndIsAskedForMore() throws InterruptedException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    server.capabilities("{\"tools\":{\"listChanged\":true}}");
    server.on(
        "GET",
        call -> {
          if (call.http().header("last-event-id") == null) {
            startEvents(
                call,
                "id: p1\nretry: 1\ndata: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"ping\"}\n\n");
            call.http().endEvents();
          } else {
            call.http().startEvents();
            server.await("tools/list");
            call.http()
                .event("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
            call.http().awaitGone();
          }
        });
    try (McpClient client = builder().build();
        ListenHandle handle =
            client.listen(
                SubscriptionFilter.builder().toolsListChanged(true).build(),
                new ChangeListener() {
                  @Override
                  public void onToolsChanged() {
                    heard.add("tools");
                  }
                })) {
      assertThat(handle.acknowledged().toolsListChanged()).isTrue();
      server.await("answer q");
      client.tools().toList();

      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("tools");
    }
    assertThat(server.calls("GET")).hasSize(2);
    assertThat(server.calls("GET").get(1).http().header("last-event-id")).isEqualTo("p1");
  }

  @Test
  void nothingIsPromisedToListenersOfAServerWithoutAStream() {
    server.capabilities("{\"tools\":{\"listChanged\":true}}");
    try (McpClient client = builder().build();
        ListenHandle handle =
            client.listen(
                SubscriptionFilter.builder().toolsListChanged(true).build(),
                new ChangeListener() {})) {
      assertThat(handle.acknowledged()).isEqualTo(SubscriptionFilter.NONE);
    }
  }

  // ---- sessions that expire

  private void expireAfterFirst(String method, String result) {
    server.on(
        method,
        call -> {
          if (call.session().equals("session-1")) {
            call.http()
                .json(
                    404,
                    "{\"jsonrpc\":\"2.0\",\"id\":null,"
                        + "\"error\":{\"code\":-32001,\"message\":\"Session not found\"}}");
          } else {
            call.result(result);
          }
        });
  }

  @Test
  void readIsSentAgainInANewSession() {
    expireAfterFirst("resources/read", "{\"contents\":[]}");
    try (McpClient client = builder().build()) {
      assertThat(client.read("x:y").contents()).isEmpty();
    }
    assertThat(server.sessions()).isEqualTo(2);
    assertThat(server.calls("resources/read"))
        .extracting(OldHttpServer.Call::session)
        .containsExactly("session-1", "session-2");
    assertThat(server.calls("initialize").get(1).session()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"safe", "reads"})
  void callOfAToolThatCanBeRepeatedIsSentAgain(String tool) {
    expireAfterFirst("tools/call", DONE);
    try (McpClient client = builder().build()) {
      client.tools().toList();
      assertThat(client.call(tool).as(String.class)).isEqualTo("done");
    }
    assertThat(server.calls("tools/call")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unsafe", "unknown"})
  void callOfAnyOtherToolIsNotSentAgain(String tool) {
    expireAfterFirst("tools/call", DONE);
    try (McpClient client = builder().build()) {
      client.tools().toList();
      assertThatThrownBy(() -> client.call(tool).result())
          .isInstanceOf(SessionExpiredException.class)
          .hasMessageContaining("tools/call may have been carried out");
      assertThat(server.calls("tools/call")).hasSize(1);

      assertThat(client.call(tool).as(String.class)).isEqualTo("done");
    }
    assertThat(server.sessions()).isEqualTo(2);
  }

  @Test
  void sessionThatExpiresAgainAtOnceIsNotBegunForEver() {
    server.on("resources/read", call -> call.html(404));
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.read("x:y")).isInstanceOf(SessionExpiredException.class);
    }
    assertThat(server.sessions()).isEqualTo(2);
  }

  @Test
  void oneHandshakeServesAllCallsOfAnExpiredSession() throws InterruptedException {
    int calls = 8;
    CountDownLatch all = new CountDownLatch(calls);
    server.on(
        "resources/read",
        call -> {
          if (call.session().equals("session-1")) {
            all.countDown();
            try {
              assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            call.html(404);
          } else {
            call.result("{\"contents\":[]}");
          }
        });
    try (McpClient client = builder().build()) {
      client.discover();
      List<Thread> readers = new ArrayList<>();
      List<Throwable> failures = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        Thread reader = new Thread(() -> client.read("x:y"));
        reader.setUncaughtExceptionHandler((thread, e) -> failures.add(e));
        readers.add(reader);
        reader.start();
      }
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(failures).isEmpty();
    }
    assertThat(server.sessions()).isEqualTo(2);
    assertThat(server.calls("resources/read")).hasSize(2 * calls);
  }

  @Test
  void unknownMethodWithStatus404IsNoExpiredSession() {
    server.on("prompts/get", call -> call.error(404, -32601, "Method not found"));
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.prompt("p"))
          .isInstanceOfSatisfying(
              RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32601));
    }
    assertThat(server.sessions()).isEqualTo(1);
  }

  @Test
  void badRequestIsNoExpiredSession() {
    server.on("resources/read", call -> call.html(400));
    try (McpClient client = builder().build()) {
      assertThatThrownBy(() -> client.read("x:y"))
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(400));
    }
    assertThat(server.sessions()).isEqualTo(1);
  }
}
