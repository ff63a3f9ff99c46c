/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.McpException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionEndpointTest {
  private final TestServer server = new TestServer();
  private final RecordingOutbound out = server.out;
  private final BlockingQueue<String> started = new LinkedBlockingQueue<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void close() {
    mayEnd.countDown();
    server.close();
  }

  /** Makes every call wait until the test lets them all go on. */
  private void callsWait() {
    server.feature.handler =
        (request, notifier) -> {
          started.add(request.params().name());
          mayEnd.await();
          return request.params().name();
        };
  }

  private JsonRpcFailure failure() {
    return out.take(JsonRpcFailure.class);
  }

  private RequestId answered() {
    return out.take(JsonRpcResult.class).id();
  }

  @Test
  void requestIsAnsweredUnderItsId() {
    server.receive(TestValues.call(7));

    JsonRpcResult response = out.take(JsonRpcResult.class);
    assertThat(response.id()).isEqualTo(RequestId.of(7));
  }

  @Test
  void handlersRunOnThreadsOfTheirOwnAndAtTheSameTime() throws Exception {
    callsWait();
    server.receive(TestValues.call(1));
    server.receive(TestValues.call(2));

    assertThat(List.of(started.take(), started.take())).containsExactlyInAnyOrder("t1", "t2");
    mayEnd.countDown();
    assertThat(List.of(answered(), answered()))
        .containsExactlyInAnyOrder(RequestId.of(1), RequestId.of(2));
  }

  @Test
  void inlineHandlerRunsOnTheThreadThatReads() {
    server.feature.inline = true;
    Thread reader = Thread.currentThread();
    server.feature.handler = (request, notifier) -> "" + (Thread.currentThread() == reader);

    server.receive(TestValues.call(1));

    assertThat(TestFeature.textOf(out.takeResult(CallToolResult.class))).isEqualTo("true");
  }

  @Test
  void interceptedHandlerIsNeverInline() {
    server.feature.inline = true;
    server.interceptors.add((request, chain) -> chain.proceed(request));
    Thread reader = Thread.currentThread();
    server.feature.handler = (request, notifier) -> "" + (Thread.currentThread() == reader);

    server.receive(TestValues.call(1));

    assertThat(TestFeature.textOf(out.takeResult(CallToolResult.class))).isEqualTo("false");
  }

  @Test
  void idThatIsInFlightIsRefused() throws Exception {
    callsWait();
    server.receive(TestValues.call(1));
    started.take();

    server.receive(TestValues.call(1));

    JsonRpcFailure refusal = failure();
    assertThat(refusal.id()).isEqualTo(RequestId.of(1));
    assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    mayEnd.countDown();
    assertThat(answered()).isEqualTo(RequestId.of(1));
    assertThat(started).isEmpty();
  }

  @Test
  void idIsFreeOnceItsResponseIsThere() {
    for (int i = 0; i < 100; i++) {
      server.receive(TestValues.call(1));
      assertThat(answered()).isEqualTo(RequestId.of(1));
    }
  }

  @Test
  void requestThatFindsNoThreadIsToldThatTheServerIsBusy() throws Exception {
    callsWait();
    server.receive(TestValues.call(1));
    started.take();
    ((ThreadPoolExecutor) server.handlers).setMaximumPoolSize(1);

    server.receive(TestValues.call(2));

    JsonRpcFailure refusal = failure();
    assertThat(refusal.id()).isEqualTo(RequestId.of(2));
    assertThat(refusal.error().message()).isEqualTo("The server is busy");
  }

  @Test
  void threadThatCannotBeMadeTakesNoPlace() {
    server.limits = new ConnectionLimits(1, 1 << 20, 1);
    ThreadPoolExecutor handlers = (ThreadPoolExecutor) server.handlers;
    ThreadFactory factory = handlers.getThreadFactory();
    handlers.setThreadFactory(
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        });
    server.receive(TestValues.call(1));
    assertThat(failure().error().message()).isEqualTo("The server is busy");

    handlers.setThreadFactory(factory);
    server.receive(TestValues.call(2));

    assertThat(answered()).isEqualTo(RequestId.of(2));
  }

  @Test
  void cancelledRequestIsInterruptedAndNotAnswered() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    server.feature.handler =
        (request, notifier) -> {
          request.cancellation().onCancel(told::countDown);
          started.add("");
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            assertThat(request.cancellation().isCancelled()).isTrue();
            interrupted.countDown();
          }
          return "too late";
        };
    server.receive(TestValues.call(1));
    started.take();

    server.receive(TestValues.cancel(1));

    interrupted.await();
    told.await();
    server.feature.handler = (request, notifier) -> "next";
    server.receive(TestValues.call(1));
    assertThat(TestFeature.textOf(out.takeResult(CallToolResult.class))).isEqualTo("next");
    out.assertNothingMore();
  }

  @Test
  void cancellationOfWhatIsUnknownOrDoneIsIgnored() {
    server.receive(TestValues.cancel(99));
    server.receive(TestValues.call(1));
    answered();
    server.receive(TestValues.cancel(1));
    server.receive(TestValues.call(2));

    assertThat(answered()).isEqualTo(RequestId.of(2));
    out.assertNothingMore();
  }

  @Test
  void requestsBeyondTheLimitWaitInOrder() throws Exception {
    server.limits = new ConnectionLimits(2, 1 << 20, 64);
    callsWait();
    for (int id = 1; id <= 5; id++) {
      server.receive(TestValues.call(id));
    }
    assertThat(List.of(started.take(), started.take())).containsExactlyInAnyOrder("t1", "t2");
    assertThat(started).isEmpty();

    mayEnd.countDown();

    assertThat(List.of(started.take(), started.take(), started.take()))
        .containsExactlyInAnyOrder("t3", "t4", "t5");
    for (int i = 0; i < 5; i++) {
      answered();
    }
    out.assertNothingMore();
  }

  @Test
  void waitingRequestCanBeCancelled() throws Exception {
    server.limits = new ConnectionLimits(1, 1 << 20, 64);
    callsWait();
    server.receive(TestValues.call(1));
    server.receive(TestValues.call(2));
    server.receive(TestValues.call(3));
    started.take();

    server.receive(TestValues.cancel(2));
    mayEnd.countDown();

    assertThat(started.take()).isEqualTo("t3");
    assertThat(List.of(answered(), answered())).containsExactly(RequestId.of(1), RequestId.of(3));
    out.assertNothingMore();
  }

  @Test
  void connectionIsReadNoFurtherWhileTooMuchWaits() throws Exception {
    server.limits = new ConnectionLimits(1, 150, 64);
    callsWait();
    server.receive(TestValues.call(1));
    started.take();
    server.receive(TestValues.call(2));
    assertThat(server.endpoint().hasRoom()).isTrue();
    server.receive(TestValues.call(3));
    assertThat(server.endpoint().hasRoom()).isFalse();

    mayEnd.countDown();

    server.endpoint().awaitRoom();
    assertThat(server.endpoint().hasRoom()).isTrue();
  }

  @Test
  void closedConnectionHasRoomForWhoeverWaitsForIt() throws Exception {
    server.limits = new ConnectionLimits(1, 0, 64);
    callsWait();
    server.receive(TestValues.call(1));
    started.take();
    server.receive(TestValues.call(2));
    Thread reader = new Thread(server.endpoint()::awaitRoom);
    reader.start();

    server.endpoint().close();

    reader.join();
  }

  @Test
  void batchIsRefusedWithoutId() {
    server.receive(new Inbound.Batch(List.of(TestValues.call(1))));

    JsonRpcFailure refusal = failure();
    assertThat(refusal.id()).isNull();
    assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    out.assertNothingMore();
  }

  @Test
  void malformedRequestIsAnsweredUnderItsId() {
    server.receive(
        new Inbound.Malformed(RequestId.of(3), Inbound.Defect.ENVELOPE, "/method: expected text"));

    JsonRpcFailure refusal = failure();
    assertThat(refusal.id()).isEqualTo(RequestId.of(3));
    assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(refusal.error().message()).isEqualTo("/method: expected text");
  }

  @Test
  void responseOfAClientIsIgnored() {
    server.receive(
        new Inbound.Single(new JsonRpcResult(RequestId.of(1), Payload.of(TestValues.noTools()))));
    server.receive(TestValues.call(2));

    assertThat(answered()).isEqualTo(RequestId.of(2));
  }

  @Test
  void errorForThePeerReachesIt() {
    server.feature.handler =
        (request, notifier) -> {
          throw new McpException(-7, "not on sundays");
        };
    server.receive(TestValues.call(1));

    JsonRpcFailure failure = failure();
    assertThat(failure.error().code()).isEqualTo(-7);
    assertThat(failure.error().message()).isEqualTo("not on sundays");
  }

  @Test
  void anyOtherFailureIsAReferenceAndNothingElse() {
    server.feature.handler =
        (request, notifier) -> {
          throw new IllegalStateException("password is 1234");
        };
    server.receive(TestValues.call(1));

    JsonRpcFailure failure = failure();
    assertThat(failure.error().code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(failure.error().message()).isEqualTo("Internal error 4711");
    assertThat(failure.error().data()).isNull();
  }

  @Test
  void resultThatJsonCannotExpressBecomesAnError() {
    out.nextSendFails = new IllegalArgumentException("NaN");
    server.receive(TestValues.call(1));

    JsonRpcFailure failure = failure();
    assertThat(failure.id()).isEqualTo(RequestId.of(1));
    assertThat(failure.error().message()).isEqualTo("Internal error 4711");
  }

  @Test
  void requestNoThreadTakesIsAnsweredAndSoAreAllThatWait() throws Exception {
    server.limits = new ConnectionLimits(1, 1 << 30, 64);
    callsWait();
    server.receive(TestValues.call(0));
    started.take();
    int waiting = 20_000;
    for (int id = 1; id <= waiting; id++) {
      server.receive(TestValues.call(id));
    }

    server.handlers.shutdown();
    mayEnd.countDown();

    assertThat(answered()).isEqualTo(RequestId.of(0));
    for (int i = 0; i < waiting; i++) {
      assertThat(failure().error().message()).isEqualTo("The server is shutting down");
    }
    out.assertNothingMore();
  }

  @Test
  void drainingLetsRequestsEnd() throws Exception {
    callsWait();
    server.receive(TestValues.call(1));
    started.take();
    Thread drainer = new Thread(() -> server.endpoint().drain(Duration.ofMinutes(5)));
    drainer.start();

    mayEnd.countDown();
    drainer.join();

    assertThat(answered()).isEqualTo(RequestId.of(1));
    server.receive(TestValues.call(2));
    out.assertNothingMore();
  }

  @Test
  void requestThatOutlivesTheDrainIsCancelled() throws Exception {
    AtomicInteger interrupted = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    server.feature.handler =
        (request, notifier) -> {
          started.add("");
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
          }
          ended.countDown();
          return "too late";
        };
    server.receive(TestValues.call(1));
    started.take();

    server.endpoint().drain(Duration.ZERO);

    ended.await();
    assertThat(interrupted).hasValue(1);
    out.assertNothingMore();
    assertThat(server.ticker.tasks()).isEqualTo(1);
  }

  @Test
  void everyRequestOfManyIsAnsweredOnce() {
    int count = 20_000;
    for (int id = 0; id < count; id++) {
      server.receive(TestValues.call(id));
    }
    boolean[] seen = new boolean[count];
    for (int i = 0; i < count; i++) {
      JsonRpcResponse response = out.take(JsonRpcResult.class);
      int id = Integer.parseInt(response.id().toString());
      assertThat(seen[id]).isFalse();
      seen[id] = true;
    }
    out.assertNothingMore();
  }
}
