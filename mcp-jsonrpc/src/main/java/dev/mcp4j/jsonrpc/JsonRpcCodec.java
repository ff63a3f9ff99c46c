/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;

/**
 * Turns bytes into messages and messages into bytes. A message is read in one pass.
 *
 * <p>Immutable and safe for use by several threads; does not block.
 *
 * <p>Specification 2026-07-28: basic, Messages.
 */
public final class JsonRpcCodec {
  private final JsonLimits limits;

  private JsonRpcCodec(JsonLimits limits) {
    this.limits = limits;
  }

  /**
   * Makes a codec.
   *
   * @param limits what a peer may send at most
   * @return the codec
   */
  public static JsonRpcCodec create(JsonLimits limits) {
    return new JsonRpcCodec(limits);
  }

  /**
   * Reads what a peer sent. Never throws for whatever bytes. The order of the members of a message
   * makes no difference.
   *
   * @param bytes an array that holds the message; raw payloads share it, so nobody may modify it
   *     any more
   * @param offset where the message starts
   * @param length how many bytes it takes
   * @param types which payloads to read; the others stay bytes
   * @return the message, the batch, or what is wrong
   * @throws IndexOutOfBoundsException if the part lies outside the array
   */
  public Inbound decode(byte[] bytes, int offset, int length, PayloadTypes types) {
    throw new UnsupportedOperationException("not yet: decode within " + limits);
  }

  /**
   * Writes a message.
   *
   * @param message the message; raw payloads are copied, without their line breaks
   * @return compact JSON in UTF-8 on one line, without a line end
   * @throws IllegalArgumentException if a typed payload is no value of the protocol, or JSON cannot
   *     express it
   */
  public byte[] encode(JsonRpcMessage message) {
    throw new UnsupportedOperationException("not yet: encode " + message);
  }

  /**
   * Reads the parameters of a request.
   *
   * @param payload the parameters; absent ones count as an object without members
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws dev.mcp4j.jsonrpc.json.JsonShapeException if they do not have the shape of the type;
   *     its path starts with {@code /params}
   */
  public <P extends RequestParams> P readParams(Payload payload, Class<P> type) {
    throw new UnsupportedOperationException("not yet: read " + type);
  }

  /**
   * Reads the parameters of a notification.
   *
   * @param payload the parameters; absent ones count as an object without members
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws dev.mcp4j.jsonrpc.json.JsonShapeException if they do not have the shape of the type;
   *     its path starts with {@code /params}
   */
  public <P extends NotificationParams> P readNotification(Payload payload, Class<P> type) {
    throw new UnsupportedOperationException("not yet: read " + type);
  }

  /**
   * Reads the result of a request.
   *
   * @param payload the result
   * @param type the type of a complete result
   * @param <R> the type of a complete result
   * @return how the request was answered
   * @throws dev.mcp4j.jsonrpc.json.JsonShapeException if it does not have the shape of the type;
   *     its path starts with {@code /result}
   */
  public <R extends Result> Reply<R> readReply(Payload payload, Class<R> type) {
    throw new UnsupportedOperationException("not yet: read " + type);
  }
}
