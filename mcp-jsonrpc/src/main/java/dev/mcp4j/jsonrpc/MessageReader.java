/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.Inbound.Defect;
import dev.mcp4j.jsonrpc.Inbound.Malformed;
import dev.mcp4j.jsonrpc.Inbound.Single;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Reads one message. Its members may come in any order, and one that is wrong does not keep the
 * others from being read.
 */
final class MessageReader {
  private static final String VERSION = "2.0";

  private final PayloadReader payloads;

  private @Nullable String version;
  private @Nullable RequestId id;
  private boolean nullId;
  private @Nullable String method;
  private Payload params = Payload.NONE;
  private Payload result = Payload.NONE;
  private @Nullable JsonRpcError error;

  /** The members that are wrong, by name. */
  private Map<String, JsonShapeException> wrong = Map.of();

  /** The id, once something after it was read: the text may end in the middle of it. */
  private @Nullable RequestId intactId;

  MessageReader(PayloadReader payloads) {
    this.payloads = payloads;
  }

  @Nullable RequestId intactId() {
    return intactId;
  }

  Inbound read(JsonParser parser) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      parser.skipChildren();
      return malformed(Defect.ENVELOPE, "a message is a JSON object");
    }
    TokenStreamContext message = parser.streamReadContext();
    for (String name; (name = parser.nextName()) != null; ) {
      intactId = id;
      parser.nextToken();
      try {
        readMember(name, parser);
      } catch (JsonShapeException e) {
        addWrong(name, relative(e, message));
        skipRest(parser, message);
      }
    }
    intactId = id;
    return message();
  }

  private void readMember(String name, JsonParser parser) {
    boolean isNull = parser.hasToken(JsonToken.VALUE_NULL);
    switch (name) {
      case "jsonrpc" -> version = McpJson.read(String.class, parser);
      case "method" -> method = McpJson.read(String.class, parser);
      case "id" -> {
        nullId = isNull;
        id = isNull ? null : McpJson.read(RequestId.class, parser);
      }
      case "params" -> params = isNull ? Payload.NONE : payloads.params(method, parser);
      case "result" -> result = isNull ? Payload.NONE : payloads.result(id, parser);
      case "error" -> error = isNull ? null : McpJson.read(JsonRpcError.class, parser);
      default -> parser.skipChildren();
    }
  }

  private void addWrong(String name, JsonShapeException defect) {
    if (wrong.isEmpty()) {
      wrong = new HashMap<>();
    }
    wrong.put(name, defect);
  }

  /** In a batch the parser counts from the outer array. */
  private static JsonShapeException relative(JsonShapeException e, TokenStreamContext message) {
    int outer = message.getParent().pathAsPointer().toString().length();
    return new JsonShapeException(e.path().substring(outer), e.expected(), e.actual());
  }

  private static void skipRest(JsonParser parser, TokenStreamContext message) {
    while (parser.streamReadContext() != message) {
      parser.nextToken();
    }
  }

  private Inbound message() {
    boolean isCall = method != null || wrong.containsKey("method");
    boolean isAnswer =
        result != Payload.NONE
            || error != null
            || wrong.containsKey("result")
            || wrong.containsKey("error");
    if (isCall == isAnswer) {
      return malformed(
          Defect.ENVELOPE,
          isCall ? "a method beside a result or an error" : "neither method nor result nor error");
    }
    try {
      requireVersion();
      requireRight("jsonrpc", "id", "method");
    } catch (JsonShapeException e) {
      return malformed(isAnswer ? Defect.RESPONSE : Defect.ENVELOPE, e.getMessage());
    }
    return method != null ? call(method) : answer();
  }

  private Inbound call(String method) {
    if (nullId) {
      return malformed(Defect.ENVELOPE, "/id: expected a string or an integer but found null");
    }
    try {
      requireRight("params");
      Payload read = payloads.lateParams(params, method);
      return new Single(
          id == null
              ? new JsonRpcNotification(method, read)
              : new JsonRpcRequest(id, method, read));
    } catch (JsonShapeException e) {
      return malformed(id == null ? Defect.NOTIFICATION : Defect.PARAMS, e.getMessage());
    }
  }

  private Inbound answer() {
    try {
      requireRight("result", "error");
      if (error != null && result != Payload.NONE) {
        return malformed(Defect.RESPONSE, "both a result and an error");
      }
      if (error != null) {
        return new Single(new JsonRpcFailure(id, error));
      }
      return id == null
          ? malformed(Defect.RESPONSE, "a result without an id")
          : new Single(new JsonRpcResult(id, payloads.lateResult(result, id)));
    } catch (JsonShapeException e) {
      return malformed(Defect.RESPONSE, e.getMessage());
    }
  }

  private void requireVersion() {
    if (!VERSION.equals(version) && !wrong.containsKey("jsonrpc")) {
      String actual = version == null ? "nothing" : "another version";
      throw new JsonShapeException("/jsonrpc", '"' + VERSION + '"', actual);
    }
  }

  private void requireRight(String... members) {
    for (String member : members) {
      JsonShapeException defect = wrong.get(member);
      if (defect != null) {
        throw defect;
      }
    }
  }

  private Malformed malformed(Defect defect, String reason) {
    return new Malformed(id, defect, reason);
  }
}
