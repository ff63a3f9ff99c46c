/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.core.ScopeHandler;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.UnmirroredHeaders;
import dev.mcp4j.server.legacy.wire.Lifting;
import dev.mcp4j.server.legacy.wire.LoweredOutbound;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.http.HttpProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves the messages of older clients, one call each. A request runs on the thread of its call.
 */
final class LegacyCalls {
  private static final byte[] NOTHING = {};
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;

  private final ServerCore core;
  private final JsonRpcCodec codec;
  private final Streams streams;
  private final long streamAfter;
  private final Set<LegacyReply> open = ConcurrentHashMap.newKeySet();

  /**
   * Makes it.
   *
   * @param codec writes messages
   * @param streams opens streams
   * @param streamAfter nanoseconds a request may take before its reply becomes a stream
   */
  LegacyCalls(ServerCore core, JsonRpcCodec codec, Streams streams, long streamAfter) {
    this.core = core;
    this.codec = codec;
    this.streams = streams;
    this.streamAfter = streamAfter;
  }

  void refuse(HttpCall call, HttpProblem problem) {
    problem.answer(call, codec);
  }

  /** Makes a reply that is one document. */
  LegacyReply document(HttpCall call) {
    LegacyReply reply =
        new LegacyReply(codec, streams, call, LegacyRevision.LATEST, null, 1, false);
    reply.alwaysJson();
    return reply;
  }

  /** Runs the only request of a call. */
  void run(HttpCall call, LegacyReply reply, JsonRpcRequest request, ScopeHandler handler) {
    run(reply, () -> reply.run(scope(call, reply, LegacyRevision.LATEST, request, handler)));
  }

  /** Serves whatever a call brought. */
  void serve(HttpCall call, Conversation conversation, Inbound inbound) {
    if (!(inbound instanceof Inbound.Batch batch)) {
      serve(call, conversation, List.of(inbound), false);
    } else if (conversation.facts().revision().hasBatches()) {
      serve(call, conversation, batch.messages(), true);
    } else {
      String revision = conversation.facts().revision().wireName();
      refuse(
          call, HttpProblem.of(BAD_REQUEST, "Revision " + revision + " has no arrays of messages"));
    }
  }

  private void serve(
      HttpCall call, Conversation conversation, List<Inbound> messages, boolean batch) {
    int requests = (int) messages.stream().filter(LegacyCalls::isAnswered).count();
    if (requests == 0) {
      messages.forEach(message -> take(message, conversation));
      call.reply(ACCEPTED, Map.of(), NOTHING);
      return;
    }
    LegacyRevision revision = conversation.facts().revision();
    LegacyReply reply =
        new LegacyReply(codec, streams, call, revision, conversation.session(), requests, batch);
    run(reply, () -> messages.forEach(message -> serve(call, conversation, reply, message)));
  }

  private void run(LegacyReply reply, Runnable work) {
    reply.started(core.ticker().now());
    open.add(reply);
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      reply.end();
      throw e;
    } finally {
      // A request that ran out of time may still be about to be answered.
      open.remove(reply);
    }
  }

  private static boolean isAnswered(Inbound inbound) {
    return inbound instanceof Inbound.Malformed malformed
        ? malformed.isAnswered()
        : inbound instanceof Inbound.Single single && single.message() instanceof JsonRpcRequest;
  }

  private void serve(HttpCall call, Conversation conversation, LegacyReply reply, Inbound inbound) {
    if (inbound instanceof Inbound.Single single
        && single.message() instanceof JsonRpcRequest request) {
      serve(call, conversation, reply, request);
    } else if (inbound instanceof Inbound.Malformed malformed && malformed.isAnswered()) {
      reply.send(failure(malformed.id(), malformed.code(), malformed.reason()));
    } else {
      take(inbound, conversation);
    }
  }

  private void serve(
      HttpCall call, Conversation conversation, LegacyReply reply, JsonRpcRequest request) {
    JsonRpcRequest lifted = Lifting.lift(request, conversation.facts(), conversation.level());
    RequestScope scope =
        scope(call, reply, conversation.facts().revision(), lifted, conversation.handler(reply));
    LiveSession session = conversation.session();
    if (session == null || session.begin(scope, reply)) {
      reply.run(scope);
    } else {
      reply.send(
          failure(
              request.id(),
              ErrorCode.INVALID_REQUEST,
              "A request with this id is in flight already"));
    }
  }

  private static JsonRpcFailure failure(@Nullable RequestId id, int code, String message) {
    return new JsonRpcFailure(id, JsonRpcError.of(code, message));
  }

  private RequestScope scope(
      HttpCall call,
      LegacyReply reply,
      LegacyRevision revision,
      JsonRpcRequest request,
      ScopeHandler handler) {
    return core.open(
        request,
        call.caller(),
        new UnmirroredHeaders(call.headers()),
        new LoweredOutbound(reply, revision, request.method()),
        reply,
        handler);
  }

  /** Takes what is not answered. */
  private static void take(Inbound inbound, Conversation conversation) {
    LiveSession session = conversation.session();
    if (session == null || !(inbound instanceof Inbound.Single single)) {
      return;
    }
    if (single.message() instanceof JsonRpcResponse response) {
      session.questions().answer(response);
    } else if (single.message() instanceof JsonRpcNotification notification
        && notification.method().equals(LegacyNotifications.INITIALIZED.name())) {
      conversation.initialized();
    } else if (single.message() instanceof JsonRpcNotification notification
        && notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof CancelledNotificationParams cancelled) {
      session.cancel(cancelled.requestId());
    }
  }

  /** Ends all of them. */
  void close() {
    open.forEach(LegacyReply::cancel);
  }

  /** Takes a beat: of the requests, and of replies that take too long to be a document. */
  void tick(long now) {
    for (LegacyReply reply : open) {
      reply.tick(now);
      if (reply.isDueToStream(now, streamAfter)) {
        core.threads().background().execute(reply::stream);
      }
    }
  }
}
