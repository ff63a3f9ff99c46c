/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.InputResponse;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Questions to a client, and answers. */
final class InputTypes {
  static final JsonType<UnrecognizedInputRequest> UNRECOGNIZED =
      new JsonType<>(UnrecognizedInputRequest.class) {
        @Override
        UnrecognizedInputRequest read(JsonInput in) {
          in.startObject();
          ObjectNode node = in.restOfObject(JsonNodeFactory.instance.objectNode());
          String method = in.fromMember(node, "method", Scalars.STRING);
          return new UnrecognizedInputRequest(method, new JsonObject(node));
        }

        @Override
        void write(JsonOutput out, UnrecognizedInputRequest value) {
          out.tree(value.json().node());
        }
      };

  static final JsonType<InputRequest> REQUEST =
      new UnionType<>(
          InputRequest.class,
          "method",
          Map.of(
              "elicitation/create", ElicitationTypes.REQUEST,
              "sampling/createMessage", SamplingTypes.CREATE_REQUEST,
              "roots/list", RootTypes.LIST_REQUEST)) {
        @Override
        InputRequest unrecognized(String method, JsonObject json) {
          return new UnrecognizedInputRequest(method, json);
        }
      };

  /** Told apart by members; who knows the question reads the type that answers it instead. */
  static final JsonType<InputResponse> RESPONSE =
      new JsonType<>(InputResponse.class) {
        @Override
        InputResponse read(JsonInput in) {
          in.startObject();
          ObjectNode node = in.restOfObject(JsonNodeFactory.instance.objectNode());
          if (node.has("action")) {
            return in.fromTree(node, ElicitationTypes.RESULT::read);
          }
          return node.has("roots")
              ? in.fromTree(node, RootTypes.LIST_RESULT::read)
              : in.fromTree(node, SamplingTypes.CREATE_RESULT::read);
        }

        @Override
        void write(JsonOutput out, InputResponse value) {
          JsonTypes.write(out, value);
        }
      };

  static final List<JsonType<?>> ALL = List.of(UNRECOGNIZED, REQUEST, RESPONSE);

  private InputTypes() {}
}
