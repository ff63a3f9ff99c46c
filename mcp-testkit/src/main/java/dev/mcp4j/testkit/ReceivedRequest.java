/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that a {@link ScriptedServer} has taken, and the ways to answer it. Nothing checks that
 * the answers make sense: a script may well answer twice. Safe for use by several threads.
 */
public final class ReceivedRequest {
  private final PeerEnd end;
  private final RequestId id;
  private final String method;
  private final JsonNode params;

  ReceivedRequest(PeerEnd end, RequestId id, String method, JsonNode params) {
    this.end = end;
    this.id = id;
    this.method = method;
    this.params = params;
  }

  /**
   * Returns the id.
   *
   * @return the id the client chose
   */
  public RequestId id() {
    return id;
  }

  /**
   * Returns the method.
   *
   * @return the name of the method
   */
  public String method() {
    return method;
  }

  /**
   * Returns the parameters.
   *
   * @return an object; empty if there were none
   */
  public JsonNode params() {
    return params;
  }

  /**
   * Returns the parameters as a value of the protocol.
   *
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws dev.mcp4j.jsonrpc.json.JsonShapeException if they do not have the shape of the type
   */
  public <P extends RequestParams> P params(Class<P> type) {
    return McpJson.read(type, params);
  }

  /**
   * Returns the metadata.
   *
   * @return what the client says about itself and the request
   */
  public RequestMeta meta() {
    JsonNode meta = params.get("_meta");
    return meta == null ? RequestMeta.EMPTY : McpJson.read(RequestMeta.class, meta);
  }

  /**
   * Answers with a result as it is written.
   *
   * @param result a JSON object with everything that belongs to it, {@code resultType} included
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public void reply(String result) {
    end.send(new JsonRpcResult(id, JsonText.payload(result)), id);
  }

  /**
   * Answers with a complete result.
   *
   * @param result the result; {@code resultType} is added
   */
  public void reply(Result result) {
    reply(new Reply.Complete<>(result));
  }

  /**
   * Answers with a result that is complete, asks for input, or is of a type of an extension.
   *
   * @param reply how the request was answered, but not with a subscription
   */
  public void reply(Reply<?> reply) {
    end.send(new JsonRpcResult(id, Payload.of(reply)), id);
  }

  /**
   * Answers with an error.
   *
   * @param code the code
   * @param message the message
   */
  public void fail(int code, String message) {
    fail(JsonRpcError.of(code, message));
  }

  /**
   * Answers with an error.
   *
   * @param error code, message and data
   */
  public void fail(JsonRpcError error) {
    end.send(new JsonRpcFailure(id, error), id);
  }

  /**
   * Reports progress, under the token of the request.
   *
   * @param progress how far the work has come
   * @param total how far it will go; null if that is not known
   * @param message what is being done; null for nothing
   * @throws AssertionError if the client did not ask for progress
   */
  public void progress(double progress, @Nullable Double total, @Nullable String message) {
    ProgressToken token = meta().progressToken();
    if (token == null) {
      throw end.failure("expected %s to ask for progress, but it has no token".formatted(method));
    }
    notify(
        Notifications.PROGRESS,
        new ProgressNotificationParams(token, progress, total, message, NotificationMeta.EMPTY));
  }

  /**
   * Sends a notification before the answer.
   *
   * @param method what happened
   * @param params the details
   * @param <P> the details
   */
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    end.send(new JsonRpcNotification(method.name(), Payload.of(params)), id);
  }

  /**
   * Sends a notification before the answer.
   *
   * @param method what happened
   * @param params the details as they are written, a JSON object
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public void notify(String method, String params) {
    end.send(new JsonRpcNotification(method, JsonText.payload(params)), id);
  }

  /**
   * Returns method and parameters.
   *
   * @return a text for messages of tests
   */
  @Override
  public String toString() {
    return "%s %s %s".formatted(id, method, params);
  }
}
