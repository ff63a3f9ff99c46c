/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.Payload.Raw;
import dev.mcp4j.jsonrpc.Payload.Typed;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.json.StrictJson;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/** Reads payloads whose message is read already. */
final class LateReader {
  private final StrictJson json;

  LateReader(StrictJson json) {
    this.json = json;
  }

  <P> P params(Payload payload, Class<P> type) {
    return payload instanceof Typed typed && type.isInstance(typed.value())
        ? type.cast(typed.value())
        : parse(payload, "/params", parser -> McpJson.read(type, parser));
  }

  <R extends Result> Reply<R> reply(Payload payload, Class<R> type) {
    if (payload instanceof Typed typed
        && typed.value() instanceof Reply<?> reply
        && !(reply instanceof Reply.Complete<?> done && !type.isInstance(done.result()))) {
      @SuppressWarnings("unchecked")
      Reply<R> same = (Reply<R>) reply;
      return same;
    }
    return parse(payload, "/result", parser -> McpJson.readReply(type, parser));
  }

  private <T> T parse(Payload payload, String path, Function<JsonParser, T> reader) {
    Raw raw = bytes(payload);
    try {
      return json.parse(raw.bytes(), raw.offset(), raw.length(), reader);
    } catch (JsonShapeException e) {
      throw e.under(path);
    }
  }

  private static Raw bytes(Payload payload) {
    if (payload instanceof Raw raw) {
      return raw;
    }
    Object value = payload instanceof Typed typed ? typed.value() : JsonObject.EMPTY;
    byte[] bytes = McpJson.write(value);
    return new Raw(bytes, 0, bytes.length);
  }
}
