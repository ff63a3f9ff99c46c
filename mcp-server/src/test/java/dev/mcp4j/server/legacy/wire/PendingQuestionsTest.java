/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.server.core.Outbound;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PendingQuestionsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final LinkedBlockingQueue<JsonRpcMessage> sent = new LinkedBlockingQueue<>();
  private final CountDownLatch looked = new CountDownLatch(2);

  private PendingQuestions questions(BooleanSupplier elsewhere) {
    return new PendingQuestions(
        () -> RequestId.of("q"),
        () -> {
          looked.countDown();
          return elsewhere.getAsBoolean();
        });
  }

  private CompletableFuture<Void> ask(PendingQuestions questions, Duration patience) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            questions.ask(
                Map.of("roots", ServerRequest.of(ListRootsRequest.INSTANCE)),
                sent::add,
                new Nowhere(),
                patience);
          } catch (UnansweredException | InterruptedException e) {
            throw new CompletionException(e);
          }
        });
  }

  @Test
  void questionIsSentWhenTheClientIsInitialized() throws InterruptedException {
    PendingQuestions questions = questions(() -> false);
    var unused = ask(questions, LONG);
    looked.await();
    assertThat(sent).isEmpty();
    assertThat(questions.initialized()).isTrue();
    assertThat(sent.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(questions.initialized()).isFalse();
    questions.close();
  }

  @Test
  void questionIsSentWhenAnotherProcessHeardThatTheClientIsInitialized()
      throws InterruptedException {
    AtomicBoolean elsewhere = new AtomicBoolean();
    PendingQuestions questions = questions(elsewhere::get);
    var unused = ask(questions, LONG);
    looked.await();
    assertThat(sent).isEmpty();
    elsewhere.set(true);
    assertThat(sent.poll(10, TimeUnit.SECONDS)).isNotNull();
    questions.close();
  }

  @Test
  void clientThatDoesNotSayThatItIsInitializedIsNotAsked() {
    CompletableFuture<Void> asking = ask(questions(() -> false), Duration.ofMillis(1));
    assertThatThrownBy(asking::join)
        .hasRootCauseInstanceOf(UnansweredException.class)
        .hasRootCauseMessage("it has not sent notifications/initialized after the handshake");
    assertThat(sent).isEmpty();
  }

  @Test
  void clientThatGoesBeforeItIsInitializedIsNotWaitedFor() throws InterruptedException {
    PendingQuestions questions = questions(() -> false);
    CompletableFuture<Void> asking = ask(questions, LONG);
    looked.await();
    questions.close();
    assertThatThrownBy(asking::join).hasRootCauseMessage("it has gone");
    assertThat(sent).isEmpty();
  }

  private static final class Nowhere implements Outbound {
    @Override
    public void send(JsonRpcMessage message) {}

    @Override
    public boolean offer(JsonRpcMessage message) {
      return true;
    }

    @Override
    public void finish(JsonRpcResult result) {}
  }
}
