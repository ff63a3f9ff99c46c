/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any messages of the core protocol. */
public final class Messages {
  static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private static final Arbitrary<RequestId> IDS = ModelValues.of(RequestId.class);

  /** A message, and the types its reader needs. */
  public record Sent(JsonRpcMessage message, PayloadTypes types) {
    /** Returns the message as bytes. */
    public byte[] bytes() {
      return CODEC.encode(message);
    }

    /** Reads bytes as the receiver of the message does. */
    public Inbound decode(byte[] bytes) {
      return CODEC.decode(bytes, 0, bytes.length, types);
    }
  }

  private Messages() {}

  /** Returns messages of every kind. */
  public static Arbitrary<Sent> any() {
    return Arbitraries.oneOf(requests(), notifications(), results(), failures());
  }

  private static Arbitrary<Sent> requests() {
    return Arbitraries.of(Methods.ALL)
        .flatMap(
            method ->
                Combinators.combine(IDS, ModelValues.of(method.paramsType()))
                    .as((id, params) -> new JsonRpcRequest(id, method.name(), Payload.of(params))))
        .map(request -> new Sent(request, PayloadTypes.CORE));
  }

  private static Arbitrary<Sent> notifications() {
    return Arbitraries.of(Notifications.ALL)
        .flatMap(
            method ->
                ModelValues.of(method.paramsType())
                    .map(params -> new JsonRpcNotification(method.name(), Payload.of(params))))
        .map(notification -> new Sent(notification, PayloadTypes.CORE));
  }

  private static Arbitrary<Sent> results() {
    List<? extends Class<? extends Result>> types =
        Methods.ALL.stream().map(RequestMethod::resultType).distinct().toList();
    return Arbitraries.of(types).flatMap(Messages::results);
  }

  private static <R extends Result> Arbitrary<Sent> results(Class<R> type) {
    Arbitrary<Reply<R>> replies =
        Arbitraries.oneOf(
            ModelValues.of(type).map(Reply.Complete::new),
            questions(),
            ModelValues.of(JsonObject.class).map(json -> new Reply.Extended<>("task", json)));
    return Combinators.combine(IDS, replies)
        .as(
            (id, reply) ->
                new Sent(new JsonRpcResult(id, Payload.of(reply)), new CoreWithResult(type)));
  }

  private static <R extends Result> Arbitrary<Reply<R>> questions() {
    return Combinators.combine(
            Arbitraries.maps(Arbitraries.of("a", "b", ""), ModelValues.of(InputRequest.class))
                .ofMaxSize(2),
            Arbitraries.of("", "state"),
            ModelValues.of(ResultMeta.class))
        .as(Reply.InputRequired::new);
  }

  private static Arbitrary<Sent> failures() {
    return Combinators.combine(IDS.injectNull(0.2), ModelValues.of(JsonRpcError.class))
        .as(
            (id, error) ->
                new Sent(new JsonRpcFailure(id, error), new CoreWithResult(EmptyResult.class)));
  }
}
