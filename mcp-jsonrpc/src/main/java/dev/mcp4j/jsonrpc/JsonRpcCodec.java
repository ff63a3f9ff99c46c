/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.Inbound.Batch;
import dev.mcp4j.jsonrpc.Inbound.Defect;
import dev.mcp4j.jsonrpc.Inbound.Malformed;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Turns bytes into messages and messages into bytes. A message is read in one pass.
 *
 * <p>Immutable and safe for use by several threads; does not block.
 *
 * <p>Specification 2026-07-28: basic, Messages.
 */
public final class JsonRpcCodec {
  private final JsonLimits limits;
  private final StrictJson json;
  private final LateReader late;

  private JsonRpcCodec(JsonLimits limits) {
    this.limits = limits;
    this.json = StrictJson.create(limits.maxDepth(), limits.maxNumberLength());
    this.late = new LateReader(json);
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
   * @param bytes an array that holds the message; it can be used again afterwards
   * @param offset where the message starts
   * @param length how many bytes it takes
   * @param types which payloads to read; the others stay bytes, and absent ones stay absent
   * @return the message, the batch, or what is wrong
   * @throws IndexOutOfBoundsException if the part lies outside the array
   */
  public Inbound decode(byte[] bytes, int offset, int length, PayloadTypes types) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length > limits.maxBytes()) {
      String reason =
          "a message of " + length + " bytes, where " + limits.maxBytes() + " are allowed";
      return new Malformed(null, Defect.TOO_LARGE, reason);
    }
    PayloadReader payloads = new PayloadReader(late, bytes, offset, types);
    MessageReader message = new MessageReader(payloads);
    try {
      return json.parse(
          bytes,
          offset,
          length,
          parser ->
              parser.hasToken(JsonToken.START_ARRAY)
                  ? batch(parser, payloads)
                  : message.read(parser));
    } catch (JsonSyntaxException e) {
      return new Malformed(message.intactId(), Defect.SYNTAX, e.getMessage());
    }
  }

  private static Inbound batch(JsonParser parser, PayloadReader payloads) {
    List<Inbound> messages = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      messages.add(new MessageReader(payloads).read(parser));
    }
    return messages.isEmpty()
        ? new Malformed(null, Defect.ENVELOPE, "an empty batch")
        : new Batch(messages);
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
    return json.write(generator -> new MessageWriter(generator).write(message));
  }

  /**
   * Reads the parameters of a request.
   *
   * @param payload the parameters; absent ones count as an object without members
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws JsonShapeException if they do not have the shape of the type; the path starts with
   *     {@code /params}
   * @throws JsonSyntaxException if they are bytes that are not JSON, which decoding never makes
   * @throws IllegalArgumentException if they are typed, but no value of the protocol
   */
  public <P extends RequestParams> P readParams(Payload payload, Class<P> type) {
    return late.params(payload, type);
  }

  /**
   * Reads the parameters of a notification.
   *
   * @param payload the parameters; absent ones count as an object without members
   * @param type the type to read
   * @param <P> the type to read
   * @return the parameters
   * @throws JsonShapeException if they do not have the shape of the type; the path starts with
   *     {@code /params}
   * @throws JsonSyntaxException if they are bytes that are not JSON, which decoding never makes
   * @throws IllegalArgumentException if they are typed, but no value of the protocol
   */
  public <P extends NotificationParams> P readNotification(Payload payload, Class<P> type) {
    return late.params(payload, type);
  }

  /**
   * Reads the result of a request.
   *
   * @param payload the result
   * @param type the type of a complete result
   * @param <R> the type of a complete result
   * @return how the request was answered
   * @throws JsonShapeException if it does not have the shape of the type; the path starts with
   *     {@code /result}
   * @throws JsonSyntaxException if it is bytes that are not JSON, which decoding never makes
   * @throws IllegalArgumentException if it is typed, but no value of the protocol
   */
  public <R extends Result> Reply<R> readReply(Payload payload, Class<R> type) {
    return late.reply(payload, type);
  }
}
