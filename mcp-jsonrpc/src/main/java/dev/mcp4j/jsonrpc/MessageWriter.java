/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.jsonrpc.Payload.Raw;
import dev.mcp4j.jsonrpc.Payload.Typed;
import dev.mcp4j.jsonrpc.json.McpJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one message, with the members that tell the type of a payload before the payload. */
final class MessageWriter {
  private final JsonGenerator generator;

  MessageWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void write(JsonRpcMessage message) {
    generator.writeStartObject();
    generator.writeStringProperty("jsonrpc", "2.0");
    if (message instanceof JsonRpcRequest request) {
      member("id", request.id());
      generator.writeStringProperty("method", request.method());
      payload("params", request.params());
    } else if (message instanceof JsonRpcNotification notification) {
      generator.writeStringProperty("method", notification.method());
      payload("params", notification.params());
    } else if (message instanceof JsonRpcResult result) {
      member("id", result.id());
      payload("result", result.result());
    } else if (message instanceof JsonRpcFailure failure) {
      member("id", failure.id());
      member("error", failure.error());
    }
    generator.writeEndObject();
  }

  private void payload(String name, Payload payload) {
    if (payload instanceof Typed typed) {
      member(name, typed.value());
    } else if (payload instanceof Raw raw) {
      generator.writeName(name);
      generator.writeRawValue(onOneLine(raw.toString()));
    }
  }

  private void member(String name, @Nullable Object value) {
    if (value != null) {
      generator.writeName(name);
      McpJson.write(value, generator);
    }
  }

  /** JSON strings hold no raw line breaks, so those in a text are only layout. */
  private static String onOneLine(String json) {
    return json.replace("\n", "").replace("\r", "");
  }
}
