/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.EOFException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamableHttpTest {
  private static final String RESULT =
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"resultType\":\"complete\",";
  private static final String HEARTBEAT = ":\n\n";

  private final TestServer server = new TestServer();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private StreamableHttp http = new StreamableHttp(server.core, HttpOptions.onPort(0));

  @AfterEach
  void end() {
    mayEnd.countDown();
    server.close();
  }

  private FakeCall served(FakeCall call) throws Exception {
    http.serve(call);
    return call;
  }

  private void withOptions(HttpOptions.Builder options) {
    http = new StreamableHttp(server.core, options.build());
  }

  private TestServer.Tool waiting() {
    return (request, notifier) -> {
      started.countDown();
      mayEnd.await();
      return "done";
    };
  }

  @Test
  void resultKnownAtOnceIsOneJsonDocument() throws Exception {
    server.tool("greet", (request, notifier) -> "hello");

    FakeCall call = served(TestServer.call("greet"));

    assertThat(call.isStream()).isFalse();
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answerHeaders()).containsExactly(Map.entry("Content-Type", "application/json"));
    assertThat(call.answer()).startsWith(RESULT).contains("hello").doesNotContain("\n");
  }

  @Test
  void notificationMakesTheResponseAStreamThatEndsWithTheResult() throws Exception {
    server.tool(
        "work",
        (request, notifier) -> {
          TestServer.progress(notifier, 1);
          TestServer.progress(notifier, 2);
          return "done";
        });

    FakeCall call = served(TestServer.call("work"));

    assertThat(call.answerHeaders())
        .containsOnly(
            Map.entry("Content-Type", "text/event-stream"),
            Map.entry("Cache-Control", "no-store"),
            Map.entry("X-Accel-Buffering", "no"));
    assertThat(call.events().read())
        .satisfiesExactly(
            event -> assertThat(event).startsWith("data: {").contains("\"progress\":1"),
            event -> assertThat(event).startsWith("data: {").contains("\"progress\":2"),
            event -> assertThat(event).startsWith("data: " + RESULT).endsWith("}\n\n"))
        .allSatisfy(event -> assertThat(event).containsOnlyOnce("data: "));
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void slowResultBecomesAStreamAfterAWhile() throws Exception {
    server.tool("slow", waiting());
    FakeCall call = TestServer.call("slow");
    Serving serving = Serving.of(http, call);
    started.await();

    server.ticker.advance(Duration.ofMillis(249));
    assertThat(call.isAnswered()).isFalse();
    server.ticker.advance(Duration.ofMillis(1));

    assertThat(call.isStream()).isTrue();
    assertThat(call.events().read()).containsExactly(HEARTBEAT);
    server.ticker.beat();
    assertThat(call.events().read()).containsExactly(HEARTBEAT);
    server.ticker.beat();
    assertThat(call.events().read()).isEmpty();

    mayEnd.countDown();
    serving.join();
    assertThat(call.events().read()).singleElement().asString().startsWith("data: " + RESULT);
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void silentStreamShowsThatItIsAliveTwiceInARow() throws Exception {
    server.tool("slow", waiting());
    FakeCall call = TestServer.call("slow");
    Serving serving = Serving.of(http, call);
    started.await();
    server.ticker.advance(Duration.ofMillis(250));
    server.ticker.beat();
    call.events().read();

    server.ticker.advance(Duration.ofMillis(1999));
    assertThat(call.events().read()).isEmpty();
    server.ticker.advance(Duration.ofMillis(1));
    assertThat(call.events().read()).containsExactly(HEARTBEAT);
    server.ticker.advance(Duration.ofMillis(50));
    assertThat(call.events().read()).containsExactly(HEARTBEAT);
    server.ticker.advance(Duration.ofMillis(50));
    assertThat(call.events().read()).isEmpty();
    mayEnd.countDown();
    serving.join();
  }

  @Test
  void clientThatLeavesCancelsItsRequest() throws Exception {
    AtomicReference<Cancellation> cancellation = new AtomicReference<>();
    CountDownLatch interrupted = new CountDownLatch(1);
    server.tool(
        "slow",
        (request, notifier) -> {
          cancellation.set(request.cancellation());
          started.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return "too late";
        });
    FakeCall call = TestServer.call("slow");
    Serving serving = Serving.of(http, call);
    started.await();
    server.ticker.advance(Duration.ofMillis(250));
    call.events().read();

    call.disconnect();

    assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    serving.join();
    assertThat(cancellation.get().isCancelled()).isTrue();
    assertThat(call.events().read()).isEmpty();
  }

  @Test
  void clientThatLeavesBeforeTheAnswerStartedCancelsItsRequest() throws Exception {
    server.tool("slow", waiting());
    FakeCall call = TestServer.call("slow");
    Serving serving = Serving.of(http, call);
    started.await();

    call.disconnect();

    serving.join();
    assertThat(call.isAnswered()).isFalse();
    server.ticker.advance(Duration.ofSeconds(1));
    assertThat(call.isAnswered()).isFalse();
  }

  @Test
  void errorHasTheStatusOfItsKind() throws Exception {
    FakeCall unknownMethod =
        FakeCall.post(
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\",\"params\":{"
                    + TestServer.META
                    + "}}")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "ping");
    FakeCall headerMismatch = TestServer.call("greet").without("Mcp-Name");

    assertThat(served(unknownMethod).status()).isEqualTo(404);
    assertThat(unknownMethod.answer()).contains("\"id\":\"a\"").contains("-32601");
    assertThat(served(headerMismatch).status()).isEqualTo(400);
    assertThat(headerMismatch.answer()).contains("\"id\":7").contains("-32020");
  }

  @Test
  void errorOfAHandlerHasStatus200() throws Exception {
    server.tool(
        "refuse",
        (request, notifier) -> {
          throw new McpException(-32602, "no such city");
        });

    FakeCall call = served(TestServer.call("refuse"));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.answer())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":7,"
                + "\"error\":{\"code\":-32602,\"message\":\"no such city\"}}");
  }

  @Test
  void errorAfterTheStreamBeganIsItsLastEvent() throws Exception {
    server.tool(
        "work",
        (request, notifier) -> {
          TestServer.progress(notifier, 1);
          throw new McpException(-32601, "gone meanwhile");
        });

    FakeCall call = served(TestServer.call("work"));

    assertThat(call.status()).isEqualTo(200);
    assertThat(call.events().read())
        .hasSize(2)
        .last()
        .asString()
        .isEqualTo(
            "data: {\"jsonrpc\":\"2.0\",\"id\":7,"
                + "\"error\":{\"code\":-32601,\"message\":\"gone meanwhile\"}}\n\n");
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void failureOfAHandlerTellsTheClientNothingButWhereToFindIt() throws Exception {
    server.tool(
        "broken",
        (request, notifier) -> {
          throw new IllegalStateException("password is 1234");
        });

    FakeCall call = served(TestServer.call("broken"));

    assertThat(call.answer())
        .contains("-32603")
        .contains("incident-1")
        .doesNotContain("1234")
        .doesNotContain("IllegalState");
  }

  @Test
  void handlerWaitsForASlowReader() throws Exception {
    server.tool(
        "chatty",
        (request, notifier) -> {
          for (int i = 1; i <= 5; i++) {
            TestServer.progress(notifier, i);
          }
          return "done";
        });
    FakeCall call = TestServer.call("chatty").withStreamCapacity(2);
    Serving serving = Serving.of(http, call);

    call.awaitAnswer();
    call.events().awaitFull();
    assertThat(call.events().read()).hasSize(2);
    call.events().awaitFull();
    assertThat(call.events().read()).hasSize(2);
    serving.join();

    assertThat(call.events().read()).hasSize(2);
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void resultIsSentOnceThereIsRoomForIt() throws Exception {
    server.tool(
        "full",
        (request, notifier) -> {
          TestServer.progress(notifier, 1);
          return "done";
        });
    FakeCall call = served(TestServer.call("full").withStreamCapacity(1));

    assertThat(call.events().isClosed()).isFalse();
    assertThat(call.events().read()).singleElement().asString().contains("progress");
    assertThat(call.events().read()).singleElement().asString().contains("done");
    assertThat(call.events().isClosed()).isTrue();
  }

  @Test
  void slowReaderThatLeavesFreesTheHandler() throws Exception {
    server.tool(
        "chatty",
        (request, notifier) -> {
          for (int i = 1; i <= 5; i++) {
            TestServer.progress(notifier, i);
          }
          return "done";
        });
    FakeCall call = TestServer.call("chatty").withStreamCapacity(1);
    Serving serving = Serving.of(http, call);
    call.awaitAnswer();
    call.events().awaitFull();

    call.disconnect();

    serving.join();
  }

  @Test
  void callBeyondTheLimitIsAskedToComeBackLater() throws Exception {
    withOptions(HttpOptions.builder(0).maxCalls(1));
    server.tool("slow", waiting());
    Serving serving = Serving.of(http, TestServer.call("slow"));
    started.await();

    FakeCall shed = served(TestServer.call("slow").bodyFailing(new EOFException("not to be read")));
    mayEnd.countDown();
    serving.join();
    FakeCall later = served(TestServer.call("slow"));

    assertThat(shed.status()).isEqualTo(503);
    assertThat(shed.answerHeaders()).containsEntry("Retry-After", "1");
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void clientThatLeavesWithinItsBodyFreesItsPlace() throws Exception {
    withOptions(HttpOptions.builder(0).maxCalls(1));
    server.tool("greet", (request, notifier) -> "hello");
    FakeCall broken = TestServer.call("greet").bodyFailing(new EOFException("gone"));

    assertThatThrownBy(() -> served(broken)).isInstanceOf(EOFException.class);

    assertThat(broken.isAnswered()).isFalse();
    assertThat(served(TestServer.call("greet")).status()).isEqualTo(200);
  }
}
