/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the claims of a token. */
final class Claims {
  private final JsonObject claims;

  Claims(JsonObject claims) {
    this.claims = claims;
  }

  AccessToken token() throws InvalidTokenException {
    String clientId = text("client_id");
    return new AccessToken(
        required("iss"),
        required("sub"),
        clientId == null ? text("azp") : clientId,
        texts("aud"),
        scopes(),
        time("exp"),
        time("nbf"),
        keyThumbprint(),
        claims);
  }

  private String required(String name) throws InvalidTokenException {
    String value = text(name);
    if (value == null) {
      throw new InvalidTokenException("The token has no " + name);
    }
    return value;
  }

  private @Nullable String text(String name) throws InvalidTokenException {
    JsonNode value = claims.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw malformed(name);
    }
    return value.stringValue();
  }

  /** Reads a text, or an array of them. */
  private List<String> texts(String name) throws InvalidTokenException {
    JsonNode value = claims.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (value.isString()) {
      return List.of(value.stringValue());
    }
    if (!value.isArray()) {
      throw malformed(name);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isString()) {
        throw malformed(name);
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  private Set<String> scopes() throws InvalidTokenException {
    Set<String> scopes = new LinkedHashSet<>();
    for (String name : List.of("scope", "scp")) {
      for (String text : texts(name)) {
        scopes.addAll(List.of(text.split(" ")));
      }
    }
    scopes.remove("");
    return scopes;
  }

  private @Nullable Instant time(String name) throws InvalidTokenException {
    JsonNode value = claims.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw malformed(name);
    }
    double seconds = value.doubleValue();
    try {
      return Instant.ofEpochSecond((long) Math.floor(seconds));
    } catch (DateTimeException e) {
      throw malformed(name);
    }
  }

  private @Nullable String keyThumbprint() throws InvalidTokenException {
    JsonNode confirmation = claims.get("cnf");
    if (confirmation == null || confirmation.isNull()) {
      return null;
    }
    JsonNode thumbprint = confirmation.get("jkt");
    if (confirmation.size() != 1
        || thumbprint == null
        || !thumbprint.isString()
        || thumbprint.stringValue().isEmpty()) {
      throw new InvalidTokenException(
          "The token is bound to a key in a way this server does not know");
    }
    return thumbprint.stringValue();
  }

  private static InvalidTokenException malformed(String name) {
    return new InvalidTokenException("The token has a malformed " + name);
  }
}
