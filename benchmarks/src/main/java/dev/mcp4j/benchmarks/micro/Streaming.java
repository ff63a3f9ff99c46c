/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Jackson's parser and generator, used by hand for one message: the limit of a codec on Jackson.
 */
final class Streaming {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_SIZE = 512;

  private Streaming() {}

  /** What a server wants to know of a call. */
  record Call(long id, String method, String name, String text, String version) {}

  static Call readCall(byte[] bytes) {
    long id = 0;
    String method = "";
    String name = "";
    String text = "";
    String version = "";
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      parser.nextToken();
      while (parser.nextToken() != null) {
        String member = parser.currentName();
        if (member == null || !parser.currentToken().isScalarValue()) {
          continue;
        }
        switch (member) {
          case "id" -> id = parser.getLongValue();
          case "method" -> method = parser.getString();
          case "text" -> text = parser.getString();
          case "name" -> name = name.isEmpty() ? parser.getString() : name;
          case "io.modelcontextprotocol/protocolVersion" -> version = parser.getString();
          default -> {}
        }
      }
    }
    return new Call(id, method, name, text, version);
  }

  /** The text an answer holds. */
  static @Nullable String readAnswer(byte[] bytes) {
    String text = null;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      for (String name; parser.nextToken() != null; ) {
        name = parser.currentName();
        if ("text".equals(name) && parser.currentToken().isScalarValue()) {
          text = parser.getString();
        }
      }
    }
    return text;
  }

  static byte[] writeAnswer(String text) {
    return write(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("jsonrpc", "2.0");
          generator.writeNumberProperty("id", 1);
          generator.writeObjectPropertyStart("result");
          generator.writeStringProperty("resultType", "complete");
          generator.writeArrayPropertyStart("content");
          generator.writeStartObject();
          generator.writeStringProperty("type", "text");
          generator.writeStringProperty("text", text);
          generator.writeEndObject();
          generator.writeEndArray();
          generator.writeObjectPropertyStart("_meta");
          generator.writeObjectPropertyStart("io.modelcontextprotocol/serverInfo");
          generator.writeStringProperty("name", "echo");
          generator.writeStringProperty("version", "1.0.0");
          generator.writeEndObject();
          generator.writeEndObject();
          generator.writeEndObject();
          generator.writeEndObject();
        });
  }

  /** The call of {@link Messages#call}. */
  static byte[] writeCall(String text) {
    return write(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("jsonrpc", "2.0");
          generator.writeNumberProperty("id", 1);
          generator.writeStringProperty("method", "tools/call");
          generator.writeObjectPropertyStart("params");
          generator.writeStringProperty("name", "echo");
          generator.writeObjectPropertyStart("arguments");
          generator.writeStringProperty("text", text);
          generator.writeEndObject();
          generator.writeObjectPropertyStart("_meta");
          generator.writeStringProperty("io.modelcontextprotocol/protocolVersion", "2026-07-28");
          generator.writeObjectPropertyStart("io.modelcontextprotocol/clientInfo");
          generator.writeStringProperty("name", "load");
          generator.writeStringProperty("version", "1");
          generator.writeEndObject();
          generator.writeObjectPropertyStart("io.modelcontextprotocol/clientCapabilities");
          generator.writeEndObject();
          generator.writeEndObject();
          generator.writeEndObject();
          generator.writeEndObject();
        });
  }

  static byte[] writeTools(int count) {
    return write(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("jsonrpc", "2.0");
          generator.writeNumberProperty("id", 1);
          generator.writeObjectPropertyStart("result");
          generator.writeArrayPropertyStart("tools");
          for (int i = 0; i < count; i++) {
            writeTool(generator, i);
          }
          generator.writeEndArray();
          generator.writeEndObject();
          generator.writeEndObject();
        });
  }

  private static void writeTool(JsonGenerator generator, int number) {
    generator.writeStartObject();
    generator.writeStringProperty("name", "echo" + number);
    generator.writeStringProperty("description", "Says what it is told");
    generator.writeObjectPropertyStart("inputSchema");
    generator.writeStringProperty("type", "object");
    generator.writeObjectPropertyStart("properties");
    generator.writeObjectPropertyStart("text");
    generator.writeStringProperty("type", "string");
    generator.writeStringProperty("description", "what to say");
    generator.writeEndObject();
    generator.writeEndObject();
    generator.writeArrayPropertyStart("required");
    generator.writeString("text");
    generator.writeEndArray();
    generator.writeEndObject();
    generator.writeEndObject();
  }

  private static byte[] write(Consumer<JsonGenerator> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      writer.accept(generator);
    }
    return bytes.toByteArray();
  }
}
