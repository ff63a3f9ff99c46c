/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads messages so that every request in them has typed parameters: those of its method, {@link
 * UnroutedParams} if the server has no such method, or {@link UnreadableParams}.
 */
public final class MessageReader {
  private final JsonRpcCodec codec;
  private final Routes routes;

  /**
   * Makes a reader.
   *
   * @param codec reads the bytes
   * @param routes knows the types
   */
  public MessageReader(JsonRpcCodec codec, Routes routes) {
    this.codec = Objects.requireNonNull(codec, "codec");
    this.routes = Objects.requireNonNull(routes, "routes");
  }

  /**
   * Reads what a peer sent. Never throws for whatever bytes.
   *
   * @param bytes an array that holds the message; not needed after this method returns
   * @param offset where the message starts
   * @param length how many bytes it takes
   * @return the message, the batch, or what is wrong
   */
  public Inbound read(byte[] bytes, int offset, int length) {
    Inbound inbound = codec.decode(bytes, offset, length, routes);
    if (inbound instanceof Inbound.Batch batch) {
      List<Inbound> messages = batch.messages().stream().map(this::typed).toList();
      return new Inbound.Batch(messages);
    }
    if (inbound instanceof Inbound.Malformed malformed
        && malformed.defect() == Inbound.Defect.PARAMS
        && codec.decode(bytes, offset, length, PayloadTypes.NONE) instanceof Inbound.Single raw
        && raw.message() instanceof JsonRpcRequest request) {
      return new Inbound.Single(
          withParams(request, new UnreadableParams(metaOf(request.params()), malformed.reason())));
    }
    return typed(inbound);
  }

  private Inbound typed(Inbound inbound) {
    return inbound instanceof Inbound.Single single
            && single.message() instanceof JsonRpcRequest request
        ? new Inbound.Single(typed(request))
        : inbound;
  }

  private JsonRpcRequest typed(JsonRpcRequest request) {
    if (request.params() instanceof Payload.Typed) {
      return request;
    }
    Class<? extends RequestParams> type = routes.requestParams(request.method());
    try {
      return withParams(
          request, type == null ? unrouted(request) : codec.readParams(request.params(), type));
    } catch (JsonShapeException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "invalid parameters");
      return withParams(request, new UnreadableParams(metaOf(request.params()), reason));
    }
  }

  private UnroutedParams unrouted(JsonRpcRequest request) {
    RequestMeta meta = codec.readParams(request.params(), EmptyRequestParams.class).meta();
    return new UnroutedParams(meta, copy(request.params()));
  }

  private static Payload copy(Payload params) {
    return params instanceof Payload.Raw raw
        ? new Payload.Raw(
            Arrays.copyOfRange(raw.bytes(), raw.offset(), raw.offset() + raw.length()),
            0,
            raw.length())
        : params;
  }

  private RequestMeta metaOf(Payload params) {
    try {
      return codec.readParams(params, EmptyRequestParams.class).meta();
    } catch (JsonShapeException e) {
      return RequestMeta.EMPTY;
    }
  }

  private static JsonRpcRequest withParams(JsonRpcRequest request, RequestParams params) {
    return new JsonRpcRequest(request.id(), request.method(), Payload.of(params));
  }
}
