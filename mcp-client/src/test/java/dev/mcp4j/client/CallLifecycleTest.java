/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallLifecycleTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final Duration SHORT = Duration.ofMillis(20);

  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client = McpClient.builder().transport(transport).build();
  private final List<Object> heard = new CopyOnWriteArrayList<>();

  private static ProgressNotificationParams progress(ScriptedTransport.Peer peer, double value) {
    ProgressToken token = peer.meta().progressToken();
    return new ProgressNotificationParams(token, value, null, null, NotificationMeta.EMPTY);
  }

  private static LoggingMessageNotificationParams message(LoggingLevel level) {
    return new LoggingMessageNotificationParams(
        level, null, ScriptedTransport.json("\"x\""), NotificationMeta.EMPTY);
  }

  @Test
  void everyRequestCarriesVersionIdentityAndCapabilities() {
    McpClient named =
        McpClient.builder()
            .transport(transport)
            .clientInfo("app", "7")
            .traceContext(() -> new TraceContext("00-a-b-01", null, null))
            .build();
    transport.thenResult(DONE);

    named.call("t").result();

    RequestMeta meta = transport.peer(0).meta();
    assertThat(meta.protocolVersion()).isEqualTo("2026-07-28");
    assertThat(meta.clientInfo().name()).isEqualTo("app");
    assertThat(meta.clientCapabilities()).isNotNull();
    assertThat(meta.traceContext().traceparent()).isEqualTo("00-a-b-01");
    assertThat(meta.progressToken()).isNull();
    assertThat(meta.logLevel()).isNull();
  }

  @Test
  void silentServerTimesOutAndIsCancelled() {
    transport.then(peer -> {});

    assertThatThrownBy(() -> client.call("t").timeout(SHORT).result())
        .isInstanceOfSatisfying(
            CallTimeoutException.class, e -> assertThat(e.limit()).isEqualTo(SHORT))
        .hasMessage("tools/call had no reply within 20 ms of the request");
    assertThat(transport.peer(0).cancelled).isTrue();
  }

  @Test
  void progressAloneDoesNotExtendATimeout() {
    transport.then(peer -> peer.notify(Notifications.PROGRESS, progress(peer, 1)));

    assertThatThrownBy(() -> client.call("t").timeout(SHORT).onProgress(heard::add).result())
        .isInstanceOf(CallTimeoutException.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void progressWithoutEndIsStoppedByTheLimitOnTheWhole() {
    AtomicReference<ScriptedTransport.Peer> far = new AtomicReference<>();
    transport.then(
        peer -> {
          far.set(peer);
          peer.notify(Notifications.PROGRESS, progress(peer, 1));
        });

    assertThatThrownBy(
            () ->
                client
                    .call("t")
                    .timeout(Duration.ofSeconds(20))
                    .resetOnProgress()
                    .maxTotal(Duration.ofMillis(50))
                    .onProgress(
                        report ->
                            far.get()
                                .notify(
                                    Notifications.PROGRESS,
                                    progress(far.get(), report.progress() + 1)))
                    .result())
        .isInstanceOf(CallTimeoutException.class)
        .hasMessage("tools/call had no reply within 50 ms in total");
    assertThat(far.get().cancelled).isTrue();
  }

  @Test
  void listenersHearEverythingInOrderBeforeTheResultOnTheThreadOfTheCall() {
    transport.then(
        peer ->
            peer.notify(Notifications.PROGRESS, progress(peer, 1))
                .notify(Notifications.MESSAGE, message(LoggingLevel.WARNING))
                .notify(Notifications.PROGRESS, progress(peer, 2))
                .result(DONE));
    List<Thread> threads = new CopyOnWriteArrayList<>();

    client
        .call("t")
        .onProgress(
            report -> {
              heard.add(report.progress());
              threads.add(Thread.currentThread());
            })
        .onLog(LoggingLevel.INFO, entry -> heard.add(entry.level()))
        .result();

    assertThat(heard).containsExactly(1.0, LoggingLevel.WARNING, 2.0);
    assertThat(threads).containsOnly(Thread.currentThread());
    assertThat(transport.peer(0).meta().logLevel()).isEqualTo(LoggingLevel.INFO);
  }

  @Test
  void progressThatDoesNotAdvanceOrIsAnothersIsLeftOut() {
    transport.then(
        peer ->
            peer.notify(Notifications.PROGRESS, progress(peer, 2))
                .notify(Notifications.PROGRESS, progress(peer, 2))
                .notify(Notifications.PROGRESS, progress(peer, 1))
                .notify(
                    Notifications.PROGRESS,
                    new ProgressNotificationParams(
                        ProgressToken.of("other"), 9, null, null, NotificationMeta.EMPTY))
                .result(DONE));

    client.call("t").onProgress(report -> heard.add(report.progress())).result();

    assertThat(heard).containsExactly(2.0);
  }

  @Test
  void logMessageBelowTheLevelIsLeftOut() {
    transport.then(
        peer ->
            peer.notify(Notifications.MESSAGE, message(LoggingLevel.DEBUG))
                .notify(Notifications.MESSAGE, message(LoggingLevel.ERROR))
                .result(DONE));
    McpClient logging =
        McpClient.builder().transport(transport).onLog(LoggingLevel.ERROR, heard::add).build();

    logging.call("t").result();

    assertThat(heard).containsExactly(message(LoggingLevel.ERROR));
  }

  @Test
  void listenerThatFailsDoesNotEndTheCall() {
    transport.then(peer -> peer.notify(Notifications.PROGRESS, progress(peer, 1)).result(DONE));

    String text =
        client
            .call("t")
            .onProgress(
                report -> {
                  throw new IllegalStateException("expected by the test");
                })
            .as(String.class);

    assertThat(text).isEqualTo("done");
  }

  @Test
  void interruptCancelsTheRequestAndKeepsTheFlag() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    transport.then(peer -> sent.countDown());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                client.call("t").result();
              } catch (CallCancelledException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    sent.await();

    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).hasCauseInstanceOf(InterruptedException.class);
    assertThat(flag.get()).isTrue();
    assertThat(transport.peer(0).cancelled).isTrue();
  }

  @Test
  void startedCallRunsBesideItsCaller() {
    CountDownLatch go = new CountDownLatch(1);
    transport.then(
        peer ->
            new Thread(
                    () -> {
                      try {
                        go.await();
                        peer.result(DONE);
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    })
                .start());

    PendingCall<String> pending = client.call("t").start(String.class);
    assertThat(pending.isDone()).isFalse();
    go.countDown();

    assertThat(pending.await()).isEqualTo("done");
    assertThat(pending.isDone()).isTrue();
    assertThat(pending.await()).isEqualTo("done");
  }

  @Test
  void cancelledCallIsCancelledOnTheWire() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    transport.then(peer -> sent.countDown());

    PendingCall<?> pending = client.call("t").start();
    sent.await();
    pending.cancel();

    assertThatThrownBy(pending::await).isInstanceOf(CallCancelledException.class);
    assertThat(transport.peer(0).cancelled).isTrue();
  }

  @Test
  void cancelReachesAHandlerThatWaitsForTheUser() throws InterruptedException {
    transport.thenResult(
        "{\"resultType\":\"input_required\",\"inputRequests\":{\"r\":{\"method\":\"roots/list\"}}}");
    CountDownLatch asked = new CountDownLatch(1);
    McpClient asking =
        McpClient.builder()
            .transport(transport)
            .onRoots(
                () -> {
                  asked.countDown();
                  new CountDownLatch(1).await();
                  return List.of();
                })
            .build();

    PendingCall<?> pending = asking.call("t").start();
    asked.await();
    pending.cancel();

    assertThatThrownBy(pending::await)
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("the call was cancelled");
  }

  @Test
  void failureOfAStartedCallIsThrownByAwait() {
    transport.then(peer -> peer.fail(new TransportException("gone", null)));

    assertThatThrownBy(client.call("t").start()::await)
        .isInstanceOf(TransportException.class)
        .hasMessage("gone");
  }

  @Test
  void closedClientTakesNoCall() {
    client.close();
    client.close();

    assertThatThrownBy(() -> client.call("t").result())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThatThrownBy(() -> client.tools().toList()).isInstanceOf(IllegalStateException.class);
    assertThat(transport.closed).isTrue();
  }

  @Test
  void closingEndsOpenCalls() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    transport.then(peer -> sent.countDown());
    PendingCall<?> pending = client.call("t").start();
    sent.await();

    client.close();

    assertThatThrownBy(pending::await).isInstanceOf(CallCancelledException.class);
  }

  @Test
  void subscriptionIsNotAnOrdinaryCall() {
    var params = new SubscriptionsListenRequestParams(SubscriptionFilter.NONE, RequestMeta.EMPTY);

    assertThatThrownBy(() -> client.request(Methods.LISTEN, params).result())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timesMustBeMoreThanZero() {
    assertThatThrownBy(() -> client.call("t").timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.call("t").maxTotal(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> McpClient.builder().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exactlyOneTransportIsChosen() {
    assertThatThrownBy(() -> McpClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("choose a transport");
    assertThatThrownBy(() -> McpClient.builder().transport(transport).stdio("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a transport was chosen before");
  }

  @Test
  void closingReachesAHandlerThatWaitsForTheUser() throws InterruptedException {
    transport.thenResult(
        "{\"resultType\":\"input_required\",\"inputRequests\":{\"r\":{\"method\":\"roots/list\"}}}");
    CountDownLatch asked = new CountDownLatch(1);
    McpClient asking =
        McpClient.builder()
            .transport(transport)
            .onRoots(
                () -> {
                  asked.countDown();
                  new CountDownLatch(1).await();
                  return List.of();
                })
            .build();
    PendingCall<?> pending = asking.call("t").start();
    asked.await();

    asking.close();

    assertThatThrownBy(pending::await)
        .isInstanceOf(CallCancelledException.class)
        .hasMessage("the client was closed");
  }

  @Test
  void progressIsAskedForOnlyIfWanted() {
    transport.always(peer -> peer.result(DONE));

    client.call("t").result();
    client.call("t").onProgress(heard::add).result();
    client.call("t").resetOnProgress().result();

    assertThat(transport.peer(0).meta().progressToken()).isNull();
    assertThat(transport.peer(1).meta().progressToken()).isNotNull();
    assertThat(transport.peer(2).meta().progressToken())
        .isNotNull()
        .isNotEqualTo(transport.peer(1).meta().progressToken());
  }

  @Test
  void logWithoutPauseDoesNotKeepACallAlive() {
    transport.then(peer -> peer.always(Notifications.MESSAGE, message(LoggingLevel.ERROR)));

    assertThatThrownBy(() -> client.call("t").timeout(SHORT).result())
        .isInstanceOf(CallTimeoutException.class);
    assertThat(transport.peer(0).cancelled).isTrue();
  }
}
