/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.IncomingRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request that a protected server or an authorization server got.
 *
 * @param kind what it was for
 * @param at the issuer of the authorization server, or the URL of the protected server
 * @param request the request
 * @param status the status it was answered with; 200 for what was let pass
 * @param told the body of the answer, where it is of interest, else a missing node
 */
record Visit(Kind kind, String at, IncomingRequest request, int status, JsonNode told) {
  /** What requests are for. */
  enum Kind {
    /** A message of MCP. */
    MESSAGE("messages"),
    /** The metadata of a protected server. */
    RESOURCE_METADATA("requests for the metadata of the resource"),
    /** The metadata of an authorization server. */
    SERVER_METADATA("requests for the metadata of the authorization server"),
    /** The registration of a client. */
    REGISTRATION("registrations"),
    /** An authorization by a user. */
    AUTHORIZATION("authorization requests"),
    /** A token. */
    TOKEN("token requests"),
    /** Anything else. */
    OTHER("other requests");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isDone() {
    return status >= 200 && status < 400;
  }

  /** The path without the query. */
  String path() {
    int mark = request.path().indexOf('?');
    return mark < 0 ? request.path() : request.path().substring(0, mark);
  }

  /** The parameters of the query, or of the form of a token request. */
  Parameters parameters() {
    return kind == Kind.TOKEN ? Parameters.ofForm(request) : Parameters.ofQuery(request);
  }

  /** The body, a missing node if it is no JSON. */
  JsonNode document() {
    return Json.read(request.body()).orElse(Json.NODES.missingNode());
  }

  /** The token that the request carries as it should. */
  Optional<String> bearer() {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  /** As which client it was sent: by the parameter, or by the name of a Basic authentication. */
  Optional<String> clientId() {
    Optional<String> named = parameters().first("client_id");
    return named.isPresent() ? named : request.header("Authorization").flatMap(Visit::basicName);
  }

  private static Optional<String> basicName(String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(6).strip());
      String pair = new String(bytes, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return Optional.of(pair.substring(0, colon < 0 ? pair.length() : colon))
          .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
