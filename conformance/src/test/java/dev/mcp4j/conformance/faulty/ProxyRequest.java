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

/** A request on its way through the proxy. Mutable. */
final class ProxyRequest {
  final String verb;
  String path;
  final List<Header> headers;
  private Bytes body;

  ProxyRequest(String verb, String path, List<Header> headers, Bytes body) {
    this.verb = verb;
    this.path = path;
    this.headers = new ArrayList<>(headers);
    this.body = body;
  }

  Bytes body() {
    return body;
  }

  /** The message, or an empty object. Changes count only after {@link #message(ObjectNode)}. */
  ObjectNode message() {
    return Json.read(body)
        .filter(JsonNode::isObject)
        .map(n -> (ObjectNode) n)
        .orElse(Json.object());
  }

  void message(ObjectNode message) {
    body = Bytes.utf8(Json.write(message));
  }

  void body(String text) {
    body = Bytes.utf8(text);
  }

  /** Makes it an array of one message. */
  void batch() {
    body = Bytes.utf8("[" + body.text() + "]");
  }

  String method() {
    return message().path("method").stringValue("");
  }

  JsonNode params() {
    return message().path("params");
  }

  JsonNode meta(String key) {
    return params().path("_meta").path("io.modelcontextprotocol/" + key);
  }

  boolean isCallOf(String tool) {
    return method().equals("tools/call") && params().path("name").stringValue("").equals(tool);
  }

  String header(String name) {
    return Header.find(headers, name).orElse("");
  }

  boolean hasHeader(String name) {
    return Header.find(headers, name).isPresent();
  }

  void setHeader(String name, String value) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    headers.add(new Header(name, value));
  }

  void removeHeader(String name) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
  }

  /** Makes the headers say what the body says, so that the server has nothing to refuse. */
  void repairHeaders() {
    JsonNode version = meta("protocolVersion");
    if (version.isString()) {
      setHeader("MCP-Protocol-Version", version.stringValue());
    }
    setHeader("Mcp-Method", method());
    JsonNode name = params().has("uri") ? params().path("uri") : params().path("name");
    if (name.isString()) {
      setHeader("Mcp-Name", dev.mcp4j.conformance.peer.HeaderText.encode(name.stringValue()));
    }
  }
}
