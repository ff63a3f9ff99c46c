/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.Payload.Raw;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the payloads of one text: on the parser of the message if the type is known by then, else
 * from a slice of the text when the message has ended.
 */
final class PayloadReader {
  private final LateReader late;
  private final byte[] text;
  private final int start;
  private final PayloadTypes types;

  PayloadReader(LateReader late, byte[] text, int start, PayloadTypes types) {
    this.late = late;
    this.text = text;
    this.start = start;
    this.types = types;
  }

  Payload params(@Nullable String method, JsonParser parser) {
    Class<?> type = method == null ? null : paramsType(method);
    return type == null ? slice(parser) : Payload.of(McpJson.read(type, parser));
  }

  Payload result(@Nullable RequestId id, JsonParser parser) {
    Class<? extends Result> type = id == null ? null : types.result(id);
    return type == null ? slice(parser) : Payload.of(McpJson.readReply(type, parser));
  }

  Payload lateParams(Payload params, String method) {
    if (params instanceof Raw raw) {
      Class<?> type = paramsType(method);
      return type == null ? copy(raw) : Payload.of(late.params(raw, type));
    }
    return params;
  }

  Payload lateResult(Payload result, RequestId id) {
    if (result instanceof Raw raw) {
      Class<? extends Result> type = types.result(id);
      return type == null ? copy(raw) : Payload.of(late.reply(raw, type));
    }
    return result;
  }

  private @Nullable Class<?> paramsType(String method) {
    Class<?> type = types.requestParams(method);
    return type == null ? types.notificationParams(method) : type;
  }

  private Payload slice(JsonParser parser) {
    if (!parser.hasToken(JsonToken.START_OBJECT)) {
      return Payload.of(McpJson.read(JsonObject.class, parser)); // fails, and says what is there
    }
    int from = start + (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int to = start + (int) parser.currentLocation().getByteOffset();
    return new Raw(text, from, to - from);
  }

  /** The text belongs to whoever decodes it, and may soon hold another. */
  private static Raw copy(Raw raw) {
    int end = raw.offset() + raw.length();
    return new Raw(Arrays.copyOfRange(raw.bytes(), raw.offset(), end), 0, raw.length());
  }
}
