/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that a server of the world has received.
 *
 * @param method the method of HTTP
 * @param path the path
 * @param query the query, encoded; null if there is none
 * @param parameters the decoded parameters of the query, and of the body if it is a form
 * @param headers the headers by name in lower case; of several with one name the first
 * @param body the body as text
 */
public record AuthRequest(
    String method,
    String path,
    @Nullable String query,
    Map<String, String> parameters,
    Map<String, String> headers,
    String body) {
  /**
   * Copies the components.
   *
   * @param method not null
   * @param path not null
   * @param query can be null
   * @param parameters not null
   * @param headers not null
   * @param body not null
   */
  public AuthRequest {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  /**
   * Returns a parameter.
   *
   * @param name its name
   * @return the value, or null if there is none
   */
  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  /**
   * Returns a header.
   *
   * @param name its name in lower case
   * @return the value, or null if there is none
   */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
