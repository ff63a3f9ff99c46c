/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server appends to the redirect URI. Its text form holds no secrets.
 *
 * @param parameters names and values, decoded
 */
public record AuthorizationResponse(Map<String, String> parameters) {
  /**
   * Copies the parameters.
   *
   * @param parameters not null
   */
  public AuthorizationResponse {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads the query of a redirect.
   *
   * @param query the query as it was received, encoded; null if there is none
   * @return the response
   * @throws AuthorizationException if a parameter comes twice or is not encoded correctly
   */
  public static AuthorizationResponse ofQuery(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (part.isEmpty()) {
        continue;
      }
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : decode(part.substring(equals + 1));
      if (parameters.putIfAbsent(name, value) != null) {
        throw new AuthorizationException("the authorization response has a parameter twice");
      }
    }
    return new AuthorizationResponse(parameters);
  }

  /**
   * Returns a parameter.
   *
   * @param name its name
   * @return the value, or null if there is none
   */
  public @Nullable String get(String name) {
    return parameters.get(name);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AuthorizationException("the authorization response is not form-encoded", null, e);
    }
  }

  @Override
  public String toString() {
    return "AuthorizationResponse" + parameters.keySet();
  }
}
