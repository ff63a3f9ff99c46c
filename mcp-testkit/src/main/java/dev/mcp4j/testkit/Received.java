/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.json.McpJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a scripted peer has received.
 *
 * @param text what was on the wire
 * @param inbound what it turned out to be; parameters of the core protocol are checked
 * @param about the request in answer to which it came; null where the wire does not tell
 */
record Received(String text, Inbound inbound, @Nullable RequestId about) {
  private static final JsonRpcCodec CODEC =
      JsonRpcCodec.create(new JsonLimits(Integer.MAX_VALUE, 1_000, 100_000));

  static Received of(byte[] message, @Nullable RequestId about) {
    Inbound inbound = CODEC.decode(message, 0, message.length, PayloadTypes.CORE);
    return new Received(new String(message, UTF_8), inbound, about);
  }

  /** The message, or null if it is none, or several. */
  @Nullable JsonRpcMessage message() {
    return inbound instanceof Inbound.Single single ? single.message() : null;
  }

  boolean isRequest(String method) {
    return message() instanceof JsonRpcRequest request && request.method().equals(method);
  }

  boolean isNotification(String method) {
    return message() instanceof JsonRpcNotification notification
        && notification.method().equals(method);
  }

  boolean isResponse(RequestId id) {
    return message() instanceof JsonRpcResponse response && id.equals(response.id());
  }

  /** A member of the message, which is an object; an empty object if it is absent. */
  JsonNode member(String name) {
    JsonNode member = McpJson.read(JsonNode.class, text.getBytes(UTF_8)).get(name);
    return member == null ? JsonNodeFactory.instance.objectNode() : member;
  }

  /** Reads a result that was taken out of a message. */
  static <R extends Result> Reply<R> reply(JsonNode result, Class<R> type) {
    byte[] bytes = McpJson.write(result);
    return CODEC.readReply(new Payload.Raw(bytes, 0, bytes.length), type);
  }

  /** What it is, in a few words. */
  String describe() {
    JsonRpcMessage message = message();
    if (message instanceof JsonRpcRequest request) {
      return "request " + request.method();
    }
    if (message instanceof JsonRpcNotification notification) {
      return "notification " + notification.method();
    }
    if (message instanceof JsonRpcResult result) {
      return "a result for request " + result.id();
    }
    if (message instanceof JsonRpcFailure failure) {
      return "error %d for %s: %s"
          .formatted(
              failure.error().code(),
              failure.id() == null ? "no request" : "request " + failure.id(),
              failure.error().message());
    }
    return inbound instanceof Inbound.Malformed malformed
        ? "something that is no message of the protocol: " + malformed.reason()
        : "a batch";
  }
}
