/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.json.JsonText;
import dev.mcp4j.conformance.wire.AcceptedConnection;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A whole response of HTTP.
 *
 * @param status the status
 * @param headers the headers, besides those of the framing
 * @param body the body
 */
public record HttpReply(int status, List<Header> headers, Bytes body) {
  /**
   * Copies the headers.
   *
   * @param status the status
   * @param headers the headers, besides those of the framing
   * @param body the body
   */
  public HttpReply {
    headers = List.copyOf(headers);
  }

  /**
   * Makes a response without a body.
   *
   * @param status the status
   * @return the response
   */
  public static HttpReply empty(int status) {
    return new HttpReply(status, List.of(), Bytes.NONE);
  }

  /**
   * Makes a response whose body is a document.
   *
   * @param status the status
   * @param document the document
   * @param style how it is written
   * @return the response
   */
  public static HttpReply json(int status, JsonNode document, JsonStyle style) {
    return new HttpReply(
        status,
        List.of(
            new Header("Content-Type", "application/json"),
            new Header("Cache-Control", "no-store")),
        Bytes.utf8(JsonText.write(document, style)));
  }

  /**
   * Adds a header.
   *
   * @param name its name
   * @param value its value
   * @return the changed response
   */
  public HttpReply header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpReply(status, more, body);
  }

  /**
   * Sends it.
   *
   * @param connection where to
   * @throws IOException if the client has gone
   */
  public void send(AcceptedConnection connection) throws IOException {
    connection.respond(status, headers, body);
  }
}
