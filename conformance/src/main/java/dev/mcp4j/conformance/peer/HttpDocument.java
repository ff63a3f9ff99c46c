/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.conformance.wire.HttpConnection;
import dev.mcp4j.conformance.wire.HttpHead;
import dev.mcp4j.conformance.wire.HttpRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A document that was fetched.
 *
 * @param uri where from
 * @param head the head of the response, empty if none came
 * @param body the body
 */
public record HttpDocument(URI uri, Optional<HttpHead> head, Bytes body) {
  static HttpDocument fetch(URI uri, Duration patience, Recorder recorder) {
    try (HttpConnection connection = HttpConnection.open(uri, patience, recorder)) {
      List<Header> headers =
          List.of(
              new Header("Host", HttpServer.host(uri)), new Header("Accept", "application/json"));
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      connection.send(new HttpRequest("GET", path + query, headers, Bytes.NONE));
      connection.within(patience);
      HttpHead head = connection.readHead();
      Bytes body = Bytes.of(connection.body(head, "GET").readAllBytes());
      return new HttpDocument(uri, Optional.of(head), body);
    } catch (IOException e) {
      return new HttpDocument(uri, Optional.empty(), Bytes.NONE);
    }
  }

  /**
   * Returns the status of HTTP.
   *
   * @return the status, 0 if there is none
   */
  public int status() {
    return head.map(HttpHead::status).orElse(0);
  }

  /**
   * Returns the object that was found.
   *
   * @return an object, or a missing node if there is none
   */
  public JsonNode object() {
    return status() == 200
        ? Json.read(body).filter(JsonNode::isObject).orElse(Json.NODES.missingNode())
        : Json.NODES.missingNode();
  }

  /**
   * Says in a few words what was found.
   *
   * @return for messages to people
   */
  public String brief() {
    String found =
        head.isEmpty()
            ? "no answer"
            : "status " + status() + ", " + Json.read(body).map(Json::brief).orElse("no JSON");
    return uri + ": " + found;
  }
}
