/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.UnsupportedProtocolVersionException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends a request and waits for its response on the thread of the caller, which also runs the
 * listeners for what arrives before. Whatever ends the wait early cancels the request.
 */
final class Wire {
  private final ClientTransport transport;
  private final JsonRpcCodec codec;
  private final Consumer<Implementation> onServerInfo;

  Wire(ClientTransport transport, JsonRpcCodec codec, Consumer<Implementation> onServerInfo) {
    this.transport = transport;
    this.codec = codec;
    this.onServerInfo = onServerInfo;
  }

  <P extends RequestParams, R extends Result> Reply<R> run(
      ClientRequest request, Invocation<P, R> call) {
    call.control().throwIfCancelled();
    CallListeners listeners = new CallListeners(request, call);
    call.control().clock().request();
    Exchange exchange = transport.open(request);
    try {
      call.control().enter(exchange);
      JsonRpcResponse response = await(exchange, call, listeners);
      return reply(response, call);
    } catch (InterruptedException e) {
      exchange.cancel("the caller was interrupted");
      Thread.currentThread().interrupt();
      throw CallControl.interrupted(e);
    } finally {
      call.control().leave();
      // Without effect on an exchange that has come to its end.
      exchange.cancel(null);
    }
  }

  private static JsonRpcResponse await(
      Exchange exchange, Invocation<?, ?> call, CallListeners listeners)
      throws InterruptedException {
    CallClock clock = call.control().clock();
    while (true) {
      Duration atMost = clock.remaining();
      JsonRpcMessage message = exchange.next(atMost);
      if (message instanceof JsonRpcResponse response) {
        return response;
      }
      if (message instanceof JsonRpcNotification notification) {
        listeners.on(notification);
      }
      // A server that never pauses must not keep the call alive: there is always a message then.
      if (message == null || (atMost.isZero() && clock.remaining().isZero())) {
        exchange.cancel("timed out");
        throw clock.timeout(call.method().name());
      }
    }
  }

  private <R extends Result> Reply<R> reply(JsonRpcResponse response, Invocation<?, R> call) {
    String method = call.method().name();
    if (response instanceof JsonRpcFailure failure) {
      throw failure(method, failure.error());
    }
    try {
      Reply<R> reply =
          codec.readReply(((JsonRpcResult) response).result(), call.method().resultType());
      noteServer(reply);
      return reply;
    } catch (JsonShapeException e) {
      throw new ProtocolException(
          "the response to %s cannot be read: %s".formatted(method, e.getMessage()), null);
    }
  }

  private void noteServer(Reply<? extends Result> reply) {
    if (reply instanceof Reply.Complete<? extends Result> complete) {
      Implementation server = complete.result().meta().serverInfo();
      if (server != null) {
        onServerInfo.accept(server);
      }
    }
  }

  /** The exception for an error of the server. */
  static RequestFailedException failure(String method, JsonRpcError error) {
    List<String> supported =
        error.code() == ErrorCode.UNSUPPORTED_PROTOCOL_VERSION
            ? supportedVersions(error.data())
            : List.of();
    return supported.isEmpty()
        ? new RequestFailedException(method, error)
        : new UnsupportedProtocolVersionException(method, error, supported);
  }

  /** Asks for no more than what is needed: some servers leave the other members out. */
  private static List<String> supportedVersions(@Nullable JsonNode data) {
    JsonNode supported = data == null ? null : data.get("supported");
    if (supported == null) {
      return List.of();
    }
    return supported.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }
}
