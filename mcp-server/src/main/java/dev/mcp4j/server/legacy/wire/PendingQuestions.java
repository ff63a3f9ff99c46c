/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.server.core.Outbound;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The requests of a server that its client has not answered yet, or has not been sent yet since it
 * is not initialized. Safe for use by several threads.
 *
 * <p>Specification 2025-11-25: basic, Messages; basic/lifecycle, Initialization;
 * basic/utilities/cancellation.
 */
public final class PendingQuestions {
  private static final int MAX_SHOWN = 200;

  /** How long a client may take to say that it is initialized, which it should do at once. */
  private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);

  private static final long LOOK_ELSEWHERE_NANOS = Duration.ofMillis(100).toNanos();

  private final Supplier<RequestId> ids;
  private final BooleanSupplier initializedElsewhere;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<RequestId, Question> open = new HashMap<>();
  private boolean initialized;
  private boolean closed;

  private static final class Question {
    final RequestId id;
    @Nullable JsonNode answer;
    @Nullable JsonRpcError error;

    Question(RequestId id) {
      this.id = id;
    }

    boolean isOpen() {
      return answer == null && error == null;
    }
  }

  /**
   * Makes it, for a client that is not initialized yet.
   *
   * @param ids makes ids that no other request to the same client has
   * @param initializedElsewhere tells whether another process heard that the client is initialized
   */
  public PendingQuestions(Supplier<RequestId> ids, BooleanSupplier initializedElsewhere) {
    this.ids = ids;
    this.initializedElsewhere = initializedElsewhere;
  }

  /**
   * Lets the client be asked: it has said that it is initialized.
   *
   * @return true if that was not known
   */
  public boolean initialized() {
    lock.lock();
    try {
      boolean news = !initialized;
      initialized = true;
      changed.signalAll();
      return news;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks the client, once it is initialized, and waits. Questions that stay without an answer are
   * cancelled.
   *
   * @param questions what to ask, by key
   * @param sender sends the questions
   * @param out the way by which they are taken back
   * @param patience how long to wait for the answers
   * @return the answers by key
   * @throws UnansweredException if there is no answer, or an error, to one of them, or the client
   *     does not say that it is initialized
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Map<String, JsonNode> ask(
      Map<String, ServerRequest> questions,
      Consumer<JsonRpcMessage> sender,
      Outbound out,
      Duration patience)
      throws UnansweredException, InterruptedException {
    awaitInitialized(patience.compareTo(LONGEST_HANDSHAKE) < 0 ? patience : LONGEST_HANDSHAKE);
    Map<String, Question> asked = new LinkedHashMap<>();
    questions.keySet().forEach(key -> asked.put(key, register()));
    try {
      for (Map.Entry<String, ServerRequest> question : questions.entrySet()) {
        RequestId id = Objects.requireNonNull(asked.get(question.getKey())).id;
        sender.accept(LegacyJson.toMessage(id, question.getValue()));
      }
      return await(asked, patience);
    } finally {
      asked.values().forEach(question -> abandon(question, out));
    }
  }

  private void awaitInitialized(Duration patience)
      throws UnansweredException, InterruptedException {
    long left = patience.toNanos();
    while (!isInitialized(0)) {
      if (left <= 0) {
        throw new UnansweredException(
            "it has not sent " + LegacyNotifications.INITIALIZED.name() + " after the handshake");
      }
      long begin = System.nanoTime();
      if (initializedElsewhere.getAsBoolean() || isInitialized(LOOK_ELSEWHERE_NANOS)) {
        return;
      }
      left -= System.nanoTime() - begin;
    }
  }

  /** Waits for it, but not for long. */
  private boolean isInitialized(long nanos) throws UnansweredException, InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!initialized && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (closed) {
        throw new UnansweredException("it has gone");
      }
      return initialized;
    } finally {
      lock.unlock();
    }
  }

  private Question register() {
    Question question = new Question(ids.get());
    lock.lock();
    try {
      open.put(question.id, question);
      return question;
    } finally {
      lock.unlock();
    }
  }

  private Map<String, JsonNode> await(Map<String, Question> asked, Duration patience)
      throws UnansweredException, InterruptedException {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    long left = patience.toNanos();
    lock.lock();
    try {
      for (Map.Entry<String, Question> entry : asked.entrySet()) {
        Question question = entry.getValue();
        while (question.isOpen()) {
          if (closed) {
            throw new UnansweredException("it has gone");
          } else if (left <= 0) {
            throw new UnansweredException("it took longer than " + patience.toMillis() + " ms");
          }
          left = changed.awaitNanos(left);
        }
        if (question.answer == null) {
          throw new UnansweredException("it refused: " + shown(question.error));
        }
        answers.put(entry.getKey(), question.answer);
      }
      return answers;
    } finally {
      lock.unlock();
    }
  }

  private static String shown(@Nullable JsonRpcError error) {
    String message = error == null ? "" : error.message();
    return message.length() <= MAX_SHOWN ? message : message.substring(0, MAX_SHOWN) + "...";
  }

  private void abandon(Question question, Outbound out) {
    lock.lock();
    try {
      open.remove(question.id);
      if (!question.isOpen()) {
        return;
      }
    } finally {
      lock.unlock();
    }
    var unused =
        out.offer(
            new JsonRpcNotification(
                Notifications.CANCELLED.name(),
                Payload.of(
                    new CancelledNotificationParams(question.id, null, NotificationMeta.EMPTY))));
  }

  /**
   * Takes an answer. One that nobody waits for is ignored.
   *
   * @param response what the client sent
   */
  public void answer(JsonRpcResponse response) {
    lock.lock();
    try {
      Question question = response.id() == null ? null : open.get(response.id());
      if (question == null || !question.isOpen()) {
        return;
      }
      if (response instanceof JsonRpcResult result) {
        question.answer = LegacyJson.read(JsonNode.class, result.result());
      } else if (response instanceof JsonRpcFailure failure) {
        question.error = failure.error();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of everybody who waits: the client has gone. Idempotent. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
