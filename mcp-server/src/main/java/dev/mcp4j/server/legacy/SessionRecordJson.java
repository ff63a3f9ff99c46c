/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads session records. */
final class SessionRecordJson {
  private static final String SESSION_ID = "sessionId";
  private static final String PRINCIPAL = "principal";
  private static final String VERSION = "protocolVersion";
  private static final String INFO = "clientInfo";
  private static final String CAPABILITIES = "capabilities";
  private static final String LEVEL = "level";
  private static final String SUBSCRIPTIONS = "subscriptions";

  /** Absent means true, so that sessions from before there was this member go on. */
  private static final String INITIALIZED = "initialized";

  private SessionRecordJson() {}

  static byte[] write(SessionRecord session) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(SESSION_ID, session.key().sessionId());
    put(json, PRINCIPAL, session.key().principal());
    json.put(VERSION, session.protocolVersion());
    put(json, INFO, session.clientInfo());
    put(json, CAPABILITIES, session.capabilities());
    put(json, LEVEL, session.level());
    ArrayNode subscriptions = json.putArray(SUBSCRIPTIONS);
    session.subscriptions().stream().sorted().forEach(subscriptions::add);
    if (!session.initialized()) {
      json.put(INITIALIZED, false);
    }
    return McpJson.write(json);
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.set(name, McpJson.toTree(value));
    }
  }

  static SessionRecord read(byte[] bytes) {
    try {
      ObjectNode json = McpJson.read(JsonObject.class, bytes).node();
      return new SessionRecord(
          new SessionKey(required(json, SESSION_ID, String.class), optional(json, PRINCIPAL)),
          required(json, VERSION, String.class),
          json.has(INFO) ? required(json, INFO, Implementation.class) : null,
          required(json, CAPABILITIES, ClientCapabilities.class),
          required(json, LEVEL, LoggingLevel.class),
          uris(json.path(SUBSCRIPTIONS)),
          !json.has(INITIALIZED) || required(json, INITIALIZED, Boolean.class));
    } catch (JsonShapeException | JsonSyntaxException e) {
      throw new IllegalArgumentException("not a session: " + e.getMessage(), e);
    }
  }

  private static @Nullable String optional(ObjectNode json, String name) {
    return json.has(name) ? required(json, name, String.class) : null;
  }

  private static <T> T required(ObjectNode json, String name, Class<T> type) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new JsonShapeException("/" + name, "a value", "nothing");
    }
    return McpJson.read(type, value);
  }

  private static Set<String> uris(JsonNode array) {
    Set<String> uris = new LinkedHashSet<>();
    array.forEach(uri -> uris.add(McpJson.read(String.class, uri)));
    return uris;
  }
}
