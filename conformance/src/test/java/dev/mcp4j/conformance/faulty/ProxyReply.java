/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A complete reply on its way through the proxy. Mutable. */
final class ProxyReply {
  int status;
  final List<Header> headers;
  Bytes body;

  ProxyReply(int status, List<Header> headers, Bytes body) {
    this.status = status;
    this.headers = new ArrayList<>(headers);
    this.body = body;
  }

  static ProxyReply json(int status, ObjectNode message) {
    List<Header> headers = List.of(new Header("Content-Type", "application/json"));
    return new ProxyReply(status, headers, Bytes.utf8(Json.write(message)));
  }

  static ProxyReply error(ProxyRequest request, int status, int code, String text) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0");
    JsonNode id = request.message().get("id");
    if (id != null) {
      message.set("id", id);
    }
    message.putObject("error").put("code", code).put("message", text);
    return json(status, message);
  }

  static ProxyReply result(ProxyRequest request, String result) {
    ObjectNode message = Json.object().put("jsonrpc", "2.0");
    message.set("id", request.message().path("id"));
    message.set("result", Json.object(result));
    return json(200, message);
  }

  static ProxyReply empty(int status) {
    return new ProxyReply(status, List.of(), Bytes.NONE);
  }

  ObjectNode message() {
    return Json.read(body)
        .filter(JsonNode::isObject)
        .map(n -> (ObjectNode) n)
        .orElse(Json.object());
  }

  void message(JsonNode message) {
    body = Bytes.utf8(Json.write(message));
  }

  boolean isResult() {
    return message().path("result").isObject();
  }

  int code() {
    return message().path("error").path("code").intValue(0);
  }

  void setHeader(String name, String value) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    headers.add(new Header(name, value));
  }
}
