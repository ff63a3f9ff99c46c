/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds out whose response the beginning of a message is. */
final class MessageHead {
  private static final JsonFactory JSON = new JsonFactory();

  private MessageHead() {}

  /** The id that stands before the point where the message was cut; null if none does. */
  static @Nullable RequestId idOf(ByteSlice head) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), head.array(), head.offset(), head.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      String name;
      while ((name = parser.nextName()) != null) {
        JsonToken value = parser.nextToken();
        if (name.equals("id")) {
          return id(parser, value);
        }
        parser.skipChildren();
      }
      return null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable RequestId id(JsonParser parser, JsonToken value) {
    if (value == JsonToken.VALUE_STRING) {
      return RequestId.of(parser.getString());
    }
    return value == JsonToken.VALUE_NUMBER_INT ? RequestId.of(parser.getBigIntegerValue()) : null;
  }
}
