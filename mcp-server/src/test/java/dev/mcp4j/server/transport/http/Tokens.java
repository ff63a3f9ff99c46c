/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.auth.TokenVerifier;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tokens as a test needs them: a token means the claims the test gave it. */
final class Tokens implements TokenVerifier {
  static final String ISSUER = "https://id.example.com";
  static final String RESOURCE = "https://mcp.example.com/mcp";

  private final Map<String, JsonObject> claims = new HashMap<>();

  /** The claims of a good token. */
  static ObjectNode good(String subject, String scope) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", ISSUER)
        .put("sub", subject)
        .put("aud", RESOURCE)
        .put("scope", scope)
        .put("exp", 4_000_000_000L);
  }

  Tokens with(String token, ObjectNode meaning) {
    claims.put(token, new JsonObject(meaning));
    return this;
  }

  @Override
  public AccessToken verify(String token) throws InvalidTokenException {
    JsonObject known = claims.get(token);
    if (known == null) {
      throw new InvalidTokenException("The token is not known");
    }
    return AccessToken.of(known);
  }
}
