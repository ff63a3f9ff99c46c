/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that a {@link ScriptedClient} has sent, and what the script expects to come back for
 * it: progress under its token, notifications on its subscription, and one response. What comes
 * back for other requests is left to them. Safe for use by several threads.
 */
public final class SentRequest {
  private final PeerEnd end;
  private final RequestId id;
  private final String method;
  private final @Nullable ProgressToken token;

  SentRequest(PeerEnd end, RequestId id, String method, @Nullable ProgressToken token) {
    this.end = end;
    this.id = id;
    this.method = method;
    this.token = token;
  }

  /**
   * Returns the id.
   *
   * @return the id of the request
   */
  public RequestId id() {
    return id;
  }

  /**
   * Takes the next message for this request, which has to be its result.
   *
   * @return the result, an object with its {@code resultType}
   * @throws AssertionError if something else or nothing comes
   */
  public JsonNode expectResult() {
    return response("a result", message -> message.message() instanceof JsonRpcResult)
        .member("result");
  }

  /**
   * Takes the next message for this request, which has to be a complete result.
   *
   * @param type the type of the result
   * @param <R> the type of the result
   * @return the result
   * @throws AssertionError if something else or nothing comes, or the result is not of the type
   */
  public <R extends Result> R expectResult(Class<R> type) {
    Reply<R> reply = expectReply(type);
    if (reply instanceof Reply.Complete<R> complete) {
      return complete.result();
    }
    throw end.failure("expected a complete result of %s, but it is %s".formatted(this, reply));
  }

  /**
   * Takes the next message for this request, which has to be a result that asks for input.
   *
   * @return questions and state
   * @throws AssertionError if something else or nothing comes
   */
  public Reply.InputRequired<?> expectInputRequired() {
    Reply<?> reply = expectReply(EmptyResult.class);
    if (reply instanceof Reply.InputRequired<?> questions) {
      return questions;
    }
    throw end.failure("expected %s to be asked for input, but it was answered".formatted(this));
  }

  /**
   * Takes the next message for this request, which has to be an error.
   *
   * @return code, message and data
   * @throws AssertionError if something else or nothing comes
   */
  public JsonRpcError expectError() {
    Received received =
        response("an error", message -> message.message() instanceof JsonRpcFailure);
    return ((JsonRpcFailure) Objects.requireNonNull(received.message())).error();
  }

  /**
   * Takes the next message for this request, which has to be an error.
   *
   * @param code the code it has to have
   * @return code, message and data
   * @throws AssertionError if something else or nothing comes
   */
  public JsonRpcError expectError(int code) {
    JsonRpcError error = expectError();
    if (error.code() != code) {
      throw end.failure(
          "expected error %d for %s, but it is %d: %s"
              .formatted(code, this, error.code(), error.message()));
    }
    return error;
  }

  /**
   * Takes the next message for this request, which has to be a notification.
   *
   * @param method the method it has to have
   * @return the notification
   * @throws AssertionError if something else or nothing comes
   */
  public ReceivedNotification expectNotification(String method) {
    Received received =
        end.expect(
            "notification %s for %s".formatted(method, this),
            this::isForThis,
            message -> message.isNotification(method));
    return new ReceivedNotification(method, received.member("params"));
  }

  /**
   * Takes the next message for this request, which has to be progress.
   *
   * @return the report
   * @throws AssertionError if something else or nothing comes
   */
  public ProgressNotificationParams expectProgress() {
    return expectNotification(Notifications.PROGRESS.name())
        .params(ProgressNotificationParams.class);
  }

  /**
   * Cancels the request, in the way of the connection.
   *
   * @param reason why; null for no reason
   */
  public void cancel(@Nullable String reason) {
    end.send(
        new JsonRpcNotification(
            Notifications.CANCELLED.name(),
            Payload.of(new CancelledNotificationParams(id, reason, NotificationMeta.EMPTY))),
        id);
  }

  /**
   * Returns method and id.
   *
   * @return a text for messages of tests
   */
  @Override
  public String toString() {
    return "request %s (%s)".formatted(id, method);
  }

  private <R extends Result> Reply<R> expectReply(Class<R> type) {
    JsonNode result = expectResult();
    try {
      return Received.reply(result, type);
    } catch (JsonShapeException e) {
      throw end.failure(
          "the result of %s is no %s: %s".formatted(this, type.getSimpleName(), e.getMessage()));
    }
  }

  private Received response(String expected, Predicate<Received> isTheOneExpected) {
    return end.expect(
        "%s of %s".formatted(expected, this),
        this::isForThis,
        message -> message.isResponse(id) && isTheOneExpected.test(message));
  }

  private boolean isForThis(Received message) {
    return id.equals(message.about()) || message.isResponse(id) || isNotificationForThis(message);
  }

  private boolean isNotificationForThis(Received message) {
    if (!(message.message() instanceof JsonRpcNotification notification)
        || !(notification.params() instanceof Payload.Typed typed)) {
      return false;
    }
    if (typed.value() instanceof ProgressNotificationParams progress) {
      return progress.progressToken().equals(token);
    }
    if (typed.value() instanceof CancelledNotificationParams cancelled) {
      return id.equals(cancelled.requestId());
    }
    return typed.value() instanceof NotificationParams params
        && id.equals(params.meta().subscriptionId());
  }
}
