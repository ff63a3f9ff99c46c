/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.input.SealedState.KnownAnswer;
import dev.mcp4j.server.input.SealedState.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bytes of a {@link SealedState} before they are sealed: JSON with short names. */
final class StateFormat {
  private static final int VERSION = 1;

  private StateFormat() {}

  static byte[] write(SealedState state) {
    return McpJson.write(tree(state));
  }

  /** The same as a tree. */
  static ObjectNode tree(SealedState state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", VERSION);
    json.put("exp", state.expiry().toEpochMilli());
    json.put("prn", state.origin().principal());
    json.put("mth", state.origin().method());
    json.put("nam", state.origin().name());
    json.put("arg", state.origin().arguments());
    json.put("rnd", state.round());
    json.put("cid", state.chainId());
    json.put("own", state.own());
    ObjectNode pending = json.putObject("pnd");
    state.pending().forEach(pending::put);
    ObjectNode answers = json.putObject("ans");
    state.answers().forEach((key, known) -> answers.set(key, answer(known)));
    ObjectNode once = json.putObject("onc");
    state.once().forEach(once::set);
    return json;
  }

  private static ObjectNode answer(KnownAnswer known) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("q", known.question());
    json.set("a", known.answer());
    return json;
  }

  /** Reads what this version wrote; null if another version did. */
  static @Nullable SealedState read(byte[] bytes) {
    return read(McpJson.read(JsonNode.class, bytes));
  }

  /** Reads what {@link #tree} made. */
  static @Nullable SealedState read(JsonNode json) {
    if (json.path("v").asInt(0) != VERSION) {
      return null;
    }
    return new SealedState(
        Instant.ofEpochMilli(json.get("exp").longValue()),
        new Origin(
            nullable(json, "prn"),
            json.get("mth").stringValue(),
            json.get("nam").stringValue(),
            json.get("arg").stringValue()),
        json.get("rnd").intValue(),
        members(json.get("pnd"), JsonNode::stringValue),
        members(
            json.get("ans"),
            known -> new KnownAnswer(known.get("q").stringValue(), known.get("a"))),
        members(json.get("onc"), Function.identity()),
        json.get("cid").stringValue(),
        nullable(json, "own"));
  }

  private static @Nullable String nullable(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : value.stringValue();
  }

  private static <V> Map<String, V> members(JsonNode json, Function<JsonNode, V> read) {
    Map<String, V> members = new LinkedHashMap<>();
    json.properties()
        .forEach(member -> members.put(member.getKey(), read.apply(member.getValue())));
    return members;
  }
}
