/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.LegacyErrorCode;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.server.core.Fault;
import dev.mcp4j.server.core.Outbound;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The way to a client of an older revision: what goes out has the shape it knows. */
public final class LoweredOutbound implements Outbound {
  private static final Logger log = LoggerFactory.getLogger(LoweredOutbound.class);

  private final Outbound out;
  private final LegacyRevision revision;
  private final Lowering lowering;
  private final String method;

  /**
   * Makes a way for the response to a request, and what precedes it.
   *
   * @param out the way of the transport
   * @param revision the revision of the client
   * @param method the method of the request
   */
  public LoweredOutbound(Outbound out, LegacyRevision revision, String method) {
    this.out = out;
    this.revision = revision;
    this.lowering = new Lowering(revision);
    this.method = method;
  }

  @Override
  public void send(JsonRpcMessage message) {
    out.send(lower(message));
  }

  @Override
  public void fail(@Nullable RequestId id, Fault fault) {
    JsonRpcError error = lower(fault.error());
    out.fail(id, new Fault(error.code(), error.message(), error.data(), fault.hint()));
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    return out.offer(lower(message));
  }

  @Override
  public void finish(JsonRpcResult result) {
    out.finish(result);
  }

  @Override
  public void detach(Duration retryAfter) {
    out.detach(retryAfter);
  }

  private JsonRpcMessage lower(JsonRpcMessage message) {
    if (message instanceof JsonRpcResult result
        && result.result() instanceof Payload.Typed typed
        && typed.value() instanceof Reply<?> reply) {
      return lower(result.id(), reply);
    } else if (message instanceof JsonRpcFailure failure) {
      return new JsonRpcFailure(failure.id(), lower(failure.error()));
    } else if (message instanceof JsonRpcNotification notification
        && notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof ProgressNotificationParams progress) {
      return new JsonRpcNotification(notification.method(), Payload.of(lower(progress)));
    }
    return message;
  }

  private JsonRpcMessage lower(RequestId id, Reply<?> reply) {
    if (reply instanceof Reply.Complete<?> complete) {
      return new JsonRpcResult(id, payload(complete.result()));
    }
    log.error(
        "{} was answered with {}, which {} does not have",
        method,
        reply.getClass().getSimpleName(),
        revision);
    return new JsonRpcFailure(
        id,
        JsonRpcError.of(
            ErrorCode.INTERNAL_ERROR,
            "The answer cannot be expressed in revision " + revision.wireName()));
  }

  private Payload payload(Result result) {
    return Payload.of(
        result instanceof InitializeResult handshake
            ? LegacyJson.write(handshake)
            : lowering.lower(result));
  }

  private JsonRpcError lower(JsonRpcError error) {
    if (error.code() == ErrorCode.INVALID_PARAMS
        && method.equals(Methods.READ_RESOURCE.name())
        && has(error.data(), "uri")) {
      return new JsonRpcError(LegacyErrorCode.RESOURCE_NOT_FOUND, error.message(), error.data());
    }
    if (error.code() == ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY
        && has(error.data(), "elicitations")) {
      return new JsonRpcError(
          LegacyErrorCode.URL_ELICITATION_REQUIRED, error.message(), error.data());
    }
    return error;
  }

  private static boolean has(@Nullable JsonNode data, String member) {
    return data != null && data.has(member);
  }

  private ProgressNotificationParams lower(ProgressNotificationParams progress) {
    return revision.isAtLeast(LegacyRevision.V2025_03_26)
        ? progress
        : new ProgressNotificationParams(
            progress.progressToken(), progress.progress(), progress.total(), null, progress.meta());
  }
}
