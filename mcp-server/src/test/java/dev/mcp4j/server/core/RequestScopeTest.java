/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

class RequestScopeTest {
  private static final ProgressToken TOKEN = ProgressToken.of(5);
  private static final RequestMeta WITH_TOKEN =
      TestValues.META.toBuilder().progressToken(TOKEN).build();

  private final TestServer server = new TestServer();
  private final RecordingOutbound out = server.out;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void close() {
    mayEnd.countDown();
    server.close();
  }

  private static void progress(Notifier notifier, ProgressToken token, double progress) {
    notifier.notify(
        Notifications.PROGRESS,
        new ProgressNotificationParams(token, progress, null, null, NotificationMeta.EMPTY));
  }

  private static void log(Notifier notifier, LoggingLevel level) {
    notifier.notify(
        Notifications.MESSAGE,
        new LoggingMessageNotificationParams(
            level, null, StringNode.valueOf("x"), NotificationMeta.EMPTY));
  }

  @Test
  void requestThatTakesTooLongIsInterruptedAndAnsweredWithAnError() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    server.feature.handler =
        (request, notifier) -> {
          started.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          progress(notifier, TOKEN, 1);
          return "too late";
        };
    server.receive(TestValues.call(1, WITH_TOKEN));
    started.await();

    server.ticker.advance(TestServer.TIMEOUT.minusMillis(1));
    out.assertNothingMore();
    server.ticker.advance(Duration.ofMillis(1));

    JsonRpcFailure failure = out.take(JsonRpcFailure.class);
    assertThat(failure.error().code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(failure.error().message())
        .isEqualTo("The request took longer than 300000 ms and was given up");
    interrupted.await();
    server.endpoint().drain(Duration.ofMinutes(1));
    out.assertNothingMore();
  }

  @Test
  void errorThatCannotBeWrittenIsReplacedByOneThatCan() {
    server.feature.handler =
        (request, notifier) -> {
          throw new McpException(-32_000, "not to be written");
        };
    out.nextFailFails = new IllegalArgumentException("JSON cannot express it");

    server.receive(TestValues.call(1));

    assertThat(out.take(JsonRpcFailure.class).error().message()).isEqualTo("Internal error 4711");
  }

  @Test
  void requestThatWaitsTooLongIsAnsweredWithAnError() throws Exception {
    server.limits = new ConnectionLimits(1, 1 << 20, 64);
    server.feature.handler =
        (request, notifier) -> {
          started.countDown();
          mayEnd.await();
          return "";
        };
    server.receive(TestValues.call(1));
    server.receive(TestValues.call(2));
    started.await();

    server.ticker.advance(TestServer.TIMEOUT);

    assertThat(List.of(out.take(JsonRpcFailure.class), out.take(JsonRpcFailure.class)))
        .extracting(failure -> String.valueOf(failure.id()))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void openSubscriptionHasNoTimeout() {
    server.receive(TestValues.listen(1, dev.mcp4j.api.subscription.SubscriptionFilter.NONE));
    out.take();

    server.ticker.advance(TestServer.TIMEOUT.multipliedBy(100));

    out.assertNothingMore();
  }

  @Test
  void notificationsComeBeforeTheResponseAndNoneAfterIt() throws Exception {
    AtomicReference<Notifier> kept = new AtomicReference<>();
    server.feature.handler =
        (request, notifier) -> {
          kept.set(notifier);
          progress(notifier, TOKEN, 1);
          return "";
        };

    server.receive(TestValues.call(1, WITH_TOKEN));

    assertThat(out.takeNotification(ProgressNotificationParams.class).progress()).isEqualTo(1);
    out.take(JsonRpcResult.class);
    progress(kept.get(), TOKEN, 2);
    out.assertNothingMore();
  }

  @Test
  void progressThatDoesNotGrowOrHasAnotherTokenIsDropped() {
    server.feature.handler =
        (request, notifier) -> {
          progress(notifier, ProgressToken.of(6), 1);
          progress(notifier, TOKEN, 2);
          progress(notifier, TOKEN, 2);
          progress(notifier, TOKEN, 1);
          progress(notifier, TOKEN, Double.NaN);
          progress(notifier, TOKEN, Double.POSITIVE_INFINITY);
          progress(notifier, TOKEN, 2.5);
          return "";
        };

    server.receive(TestValues.call(1, WITH_TOKEN));

    assertThat(out.takeNotification(ProgressNotificationParams.class).progress()).isEqualTo(2);
    assertThat(out.takeNotification(ProgressNotificationParams.class).progress()).isEqualTo(2.5);
    out.take(JsonRpcResult.class);
  }

  @Test
  void progressNobodyAskedForIsDropped() {
    server.feature.handler =
        (request, notifier) -> {
          progress(notifier, TOKEN, 1);
          return "";
        };

    server.receive(TestValues.call(1));

    out.take(JsonRpcResult.class);
  }

  @Test
  void messagesBelowTheLevelOfTheRequestAreDropped() {
    server.feature.handler =
        (request, notifier) -> {
          log(notifier, LoggingLevel.INFO);
          log(notifier, LoggingLevel.NOTICE);
          log(notifier, LoggingLevel.EMERGENCY);
          return "";
        };

    server.receive(
        TestValues.call(1, TestValues.META.toBuilder().logLevel(LoggingLevel.NOTICE).build()));
    assertThat(out.takeNotification(LoggingMessageNotificationParams.class).level())
        .isEqualTo(LoggingLevel.NOTICE);
    assertThat(out.takeNotification(LoggingMessageNotificationParams.class).level())
        .isEqualTo(LoggingLevel.EMERGENCY);
    out.take(JsonRpcResult.class);

    server.receive(TestValues.call(2));
    out.take(JsonRpcResult.class);
  }

  @Test
  void notificationOfASubscriptionDoesNotBelongToARequest() {
    List<NotificationMethod<EmptyNotificationParams>> others =
        List.of(
            Notifications.TOOLS_LIST_CHANGED,
            Notifications.PROMPTS_LIST_CHANGED,
            Notifications.RESOURCES_LIST_CHANGED);
    server.feature.handler =
        (request, notifier) -> {
          for (NotificationMethod<EmptyNotificationParams> other : others) {
            assertThatThrownBy(() -> notifier.notify(other, EmptyNotificationParams.INSTANCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(other.name() + " does not belong to a request");
          }
          return "checked";
        };

    server.receive(TestValues.call(1));

    out.take(JsonRpcResult.class);
  }

  @Test
  void nothingIsWrittenByAnInterruptedThread() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicReference<Boolean> interruptedAfterwards = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    out.beforeSend =
        () -> {
          writing.countDown();
          awaitUninterrupted(cancelled);
        };
    server.feature.handler =
        (request, notifier) -> {
          progress(notifier, TOKEN, 1);
          interruptedAfterwards.set(Thread.currentThread().isInterrupted());
          ended.countDown();
          return "";
        };
    server.receive(TestValues.call(1, WITH_TOKEN));
    writing.await();

    server.receive(TestValues.cancel(1));
    cancelled.countDown();

    assertThat(out.take().interrupted()).isFalse();
    ended.await();
    assertThat(interruptedAfterwards.get()).isTrue();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while writing", e);
    }
  }

  @Test
  void interruptOfAHandlerThatReturnsAnywayDoesNotReachItsResponse() {
    server.feature.handler =
        (request, notifier) -> {
          Thread.currentThread().interrupt();
          return "";
        };

    server.receive(TestValues.call(1));

    RecordingOutbound.Sent sent = out.take();
    assertThat(sent.message()).isInstanceOf(JsonRpcResult.class);
    assertThat(sent.interrupted()).isFalse();
  }

  @Test
  void actionOnCancellationRunsAtOnceIfThatHasHappened() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    server.feature.handler =
        (request, notifier) -> {
          started.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            request.cancellation().onCancel(ran::countDown);
            ended.countDown();
          }
          return "";
        };
    server.receive(TestValues.call(1));
    started.await();

    server.receive(TestValues.cancel(1));

    ended.await();
    ran.await();
  }

  @Test
  void actionThatFailsDoesNotDisturbTheOthers() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    server.feature.handler =
        (request, notifier) -> {
          request
              .cancellation()
              .onCancel(
                  () -> {
                    throw new IllegalStateException("broken");
                  });
          request.cancellation().onCancel(ran::countDown);
          started.countDown();
          mayEnd.await();
          return "";
        };
    server.receive(TestValues.call(1));
    started.await();

    server.receive(TestValues.cancel(1));

    ran.await();
  }
}
