/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.MetaTypes.RESULT_META;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.input.InputRequest;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How requests were answered. The only place that knows {@code resultType}. */
final class Replies {
  private static final String RESULT_TYPE = "resultType";

  private Replies() {}

  /** One pass if {@code resultType} comes first; else the object is a tree in between. */
  static <R extends Result> Reply<R> read(JsonInput in, ObjectType<R> type) {
    in.startObject();
    String first = in.nextMember();
    if (RESULT_TYPE.equals(first) && in.isString()) {
      return readMembers(in, in.text(), type);
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (first != null) {
      node.set(first, in.tree());
      in.restOfObject(node);
    }
    String resultType =
        node.hasNonNull(RESULT_TYPE) ? in.fromMember(node, RESULT_TYPE, STRING) : Reply.COMPLETE;
    node.remove(RESULT_TYPE);
    return in.fromTree(node, tree -> readMembers(tree, resultType, type));
  }

  private static <R extends Result> Reply<R> readMembers(
      JsonInput in, String resultType, ObjectType<R> type) {
    return switch (resultType) {
      case Reply.COMPLETE -> new Reply.Complete<>(type.readMembers(in));
      case Reply.INPUT_REQUIRED -> readInputRequired(in);
      default ->
          new Reply.Extended<>(
              resultType, new JsonObject(in.restOfObject(JsonNodeFactory.instance.objectNode())));
    };
  }

  private static <R extends Result> Reply<R> readInputRequired(JsonInput in) {
    Map<String, InputRequest> requests = Map.of();
    String state = null;
    ResultMeta meta = ResultMeta.EMPTY;
    for (String name; (name = in.nextMember()) != null; ) {
      switch (name) {
        case "inputRequests" -> requests = in.optionalMap(InputTypes.REQUEST);
        case "requestState" -> state = in.optional(STRING);
        case "_meta" -> meta = in.optional(RESULT_META, ResultMeta.EMPTY);
        default -> in.skip();
      }
    }
    if (requests.isEmpty() && state == null) {
      throw in.missing("inputRequests", "a question, as there is no requestState,");
    }
    return new Reply.InputRequired<>(requests, state, meta);
  }

  static void write(JsonOutput out, Reply<?> reply) {
    if (reply instanceof Reply.Complete<?> complete) {
      out.startObject();
      out.member(RESULT_TYPE, Reply.COMPLETE);
      JsonTypes.writeMembers(out, complete.result());
    } else if (reply instanceof Reply.InputRequired<?> inputRequired) {
      out.startObject();
      out.member(RESULT_TYPE, Reply.INPUT_REQUIRED);
      writeInputRequired(out, inputRequired);
    } else if (reply instanceof Reply.Extended<?> extended) {
      out.startObject();
      out.member(RESULT_TYPE, extended.resultType());
      out.others(extended.result());
    } else {
      throw new IllegalArgumentException("a reply that stays open has no JSON form");
    }
    out.endObject();
  }

  private static void writeInputRequired(JsonOutput out, Reply.InputRequired<?> reply) {
    out.optionalMap("inputRequests", InputTypes.REQUEST, reply.requests());
    out.member("requestState", STRING, reply.state());
    out.optional("_meta", RESULT_META, reply.meta(), ResultMeta.EMPTY);
  }
}
