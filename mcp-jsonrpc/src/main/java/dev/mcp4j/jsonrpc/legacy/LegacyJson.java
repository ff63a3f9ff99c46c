/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.input.UnrecognizedInputRequest;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the types of {@code dev.mcp4j.api.legacy}, and those types of the protocol that
 * the older revisions share with the newest: whatever {@link McpJson} knows.
 *
 * <p>The codec keeps the parameters of methods and the results it has no type for as bytes; they
 * are read here. Safe for use by several threads; does not block.
 */
public final class LegacyJson {
  private static final String METHOD = "method";
  private static final String PARAMS = "params";
  private static final String META = "_meta";
  private static final String ELICITATION_ID = "elicitationId";

  /** The codec has checked the limits of what it keeps as bytes. */
  private static final StrictJson KEPT = StrictJson.create(10_000, Integer.MAX_VALUE);

  private LegacyJson() {}

  /**
   * Reads parameters or a result that the codec kept as bytes.
   *
   * @param type a type of {@code dev.mcp4j.api.legacy}, or one that {@link McpJson} knows
   * @param payload the bytes, or a value of that type; absent ones count as an object without
   *     members
   * @param <T> the type
   * @return the value
   * @throws JsonShapeException if the JSON does not have the shape of the type; the path starts at
   *     the payload
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, Payload payload) {
    if (payload instanceof Payload.Typed typed && type.isInstance(typed.value())) {
      return type.cast(typed.value());
    }
    return read(type, object(payload).node());
  }

  /**
   * Reads a value from a tree.
   *
   * @param type a type of {@code dev.mcp4j.api.legacy}, or one that {@link McpJson} knows
   * @param json the tree
   * @param <T> the type
   * @return the value; it may share nodes with the tree
   * @throws JsonShapeException if the JSON does not have the shape of the type
   * @throws IllegalArgumentException if the type is not of the protocol
   */
  public static <T> T read(Class<T> type, JsonNode json) {
    LegacyTypes.LegacyType<T> legacy = LegacyTypes.find(type);
    return legacy == null
        ? McpJson.read(type, json)
        : legacy.reader().apply(Members.of(McpJson.read(JsonObject.class, json)));
  }

  /**
   * Writes a value.
   *
   * @param value a value of {@code dev.mcp4j.api.legacy}; not a {@link ServerRequest}
   * @return the object, which {@link Payload#of} takes
   * @throws IllegalArgumentException if the type is none of those
   */
  public static JsonObject write(Object value) {
    return LegacyTypes.write(value).toObject();
  }

  /**
   * Reads a request from a server.
   *
   * @param message the request, as the codec reads it
   * @return the request; what is asked is an {@link UnrecognizedInputRequest} if the method is none
   *     of the three
   * @throws JsonShapeException if the parameters do not fit the method; the path starts with {@code
   *     /params}
   */
  public static ServerRequest readServerRequest(JsonRpcRequest message) {
    JsonObject params = object(message.params());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(METHOD, message.method());
    json.set(PARAMS, params.node());
    try {
      return new ServerRequest(
          McpJson.read(InputRequest.class, json),
          Members.of(params).optional(ELICITATION_ID, String.class),
          Members.of(params).optional(META, RequestMeta.class, RequestMeta.EMPTY));
    } catch (JsonShapeException e) {
      throw e.path().startsWith("/" + PARAMS) ? e : e.under("/" + PARAMS);
    }
  }

  /**
   * Writes a request from a server.
   *
   * @param id its id
   * @param request the request
   * @return the message
   */
  public static JsonRpcRequest toMessage(RequestId id, ServerRequest request) {
    JsonObject json = McpJson.read(JsonObject.class, McpJson.toTree(request.request()));
    Members members = Members.of(json);
    JsonObject params =
        Members.of(members.optional(PARAMS, JsonObject.class, JsonObject.EMPTY))
            .copy()
            .with(ELICITATION_ID, request.elicitationId())
            .withOptional(META, request.meta(), RequestMeta.EMPTY)
            .toObject();
    return new JsonRpcRequest(
        id,
        members.required(METHOD, String.class),
        params.isEmpty() ? Payload.NONE : Payload.of(params));
  }

  private static JsonObject object(Payload payload) {
    if (payload instanceof Payload.Raw raw) {
      return KEPT.parse(
          raw.bytes(),
          raw.offset(),
          raw.length(),
          parser -> McpJson.read(JsonObject.class, parser));
    }
    if (payload instanceof Payload.Typed typed) {
      return typed.value() instanceof JsonObject json
          ? json
          : McpJson.read(JsonObject.class, McpJson.toTree(typed.value()));
    }
    return JsonObject.EMPTY;
  }
}
