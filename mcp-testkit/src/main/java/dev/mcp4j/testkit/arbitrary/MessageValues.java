/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Messages of the core protocol, and their envelopes with one defect each. */
final class MessageValues {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private MessageValues() {}

  static Arbitrary<JsonRpcMessage> valid() {
    return Arbitraries.oneOf(List.of(requests(), notifications(), results(), failures()));
  }

  static Arbitrary<NearValid> nearValid() {
    return valid()
        .flatMap(
            message -> {
              JsonNode json = McpJson.read(JsonNode.class, CODEC.encode(message));
              return Arbitraries.of(defects(message))
                  .map(
                      defect ->
                          new NearValid(
                              message.getClass(),
                              defect.applyTo(json),
                              defect.pointer(),
                              defect.words()));
            });
  }

  private static Arbitrary<JsonRpcMessage> requests() {
    return Arbitraries.of(Methods.ALL)
        .flatMap(
            method ->
                Combinators.combine(
                        ValidValues.of(RequestId.class), ValidValues.of(method.paramsType()))
                    .as((id, params) -> new JsonRpcRequest(id, method.name(), Payload.of(params))));
  }

  private static Arbitrary<JsonRpcMessage> notifications() {
    return Arbitraries.of(Notifications.ALL)
        .flatMap(
            method ->
                ValidValues.of(method.paramsType())
                    .map(params -> new JsonRpcNotification(method.name(), Payload.of(params))));
  }

  private static Arbitrary<JsonRpcMessage> results() {
    Arbitrary<Reply<?>> replies =
        Arbitraries.oneOf(
            List.of(Arbitraries.of(Methods.ALL).flatMap(MessageValues::complete), inputRequired()));
    return Combinators.combine(ValidValues.of(RequestId.class), replies)
        .as((id, reply) -> new JsonRpcResult(id, Payload.of(reply)));
  }

  private static <R extends Result> Arbitrary<Reply<?>> complete(RequestMethod<?, R> method) {
    return ValidValues.of(method.resultType()).map(Reply.Complete::new);
  }

  private static Arbitrary<Reply<?>> inputRequired() {
    return Combinators.combine(
            Arbitraries.maps(Texts.names(), ValidValues.of(InputRequest.class)).ofMaxSize(2),
            Texts.any(),
            ValidValues.of(ResultMeta.class))
        .as(Reply.InputRequired::new);
  }

  private static Arbitrary<JsonRpcMessage> failures() {
    return Combinators.combine(ValidValues.of(RequestId.class), ValidValues.of(JsonRpcError.class))
        .as(JsonRpcFailure::new);
  }

  private static List<Defects.Defect> defects(JsonRpcMessage message) {
    List<Defects.Defect> defects = new ArrayList<>();
    add(defects, "jsonrpc", null, "missing");
    add(defects, "jsonrpc", "\"1.0\"", "another version");
    add(defects, "jsonrpc", "2.0", "a number");
    if (message instanceof JsonRpcRequest || message instanceof JsonRpcNotification) {
      add(defects, "method", null, "missing");
      add(defects, "method", "7", "a number");
      add(defects, "params", "[]", "an array");
      add(defects, "params", "\"text\"", "a string");
    }
    if (message instanceof JsonRpcRequest || message instanceof JsonRpcResponse) {
      add(defects, "id", "true", "a boolean");
      add(defects, "id", "1.5", "a fraction");
      add(defects, "id", "{}", "an object");
    }
    if (message instanceof JsonRpcRequest || message instanceof JsonRpcResult) {
      add(defects, "id", "null", "null");
    }
    if (message instanceof JsonRpcResult) {
      add(defects, "result", null, "missing");
      add(defects, "result", "\"text\"", "a string");
      add(defects, "error", "{\"code\":1,\"message\":\"\"}", "an error beside the result");
    }
    if (message instanceof JsonRpcFailure) {
      add(defects, "error", "\"text\"", "a string");
      add(defects, "error", "{\"message\":\"\"}", "an error without a code");
      add(defects, "error", "{\"code\":1}", "an error without a message");
      add(defects, "result", "{}", "a result beside the error");
    }
    return defects;
  }

  private static void add(
      List<Defects.Defect> defects, String member, @Nullable String json, String words) {
    JsonNode replacement = json == null ? null : McpJson.read(JsonNode.class, json.getBytes(UTF_8));
    defects.add(new Defects.Defect(JsonPointer.empty(), member, replacement, words));
  }
}
