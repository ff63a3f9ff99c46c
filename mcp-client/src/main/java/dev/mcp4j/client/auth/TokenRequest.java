/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A request to a token endpoint. Immutable; its text form names parameters without values. */
public final class TokenRequest {
  private final Map<String, String> parameters;
  private final Map<String, String> headers;

  private TokenRequest(Builder builder) {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
  }

  /**
   * Starts a request.
   *
   * @param grantType the value of {@code grant_type}
   * @return a new builder
   */
  public static Builder builder(String grantType) {
    return new Builder().parameter("grant_type", grantType);
  }

  /**
   * Returns the parameters of the body.
   *
   * @return names and values, before encoding, in the order they are sent
   */
  public Map<String, String> parameters() {
    return parameters;
  }

  /**
   * Returns the headers that the request needs besides its content type.
   *
   * @return names and values
   */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body, form-encoded. */
  String body() {
    return form(parameters);
  }

  static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "TokenRequest" + parameters.keySet();
  }

  /** Builds a {@link TokenRequest}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets a parameter of the body.
     *
     * @param name the name
     * @param value the value, before encoding
     * @return this builder
     */
    public Builder parameter(String name, String value) {
      parameters.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets a header.
     *
     * @param name the name
     * @param value the value
     * @return this builder
     */
    public Builder header(String name, String value) {
      headers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Tells whether a parameter is set.
     *
     * @param name the name
     * @return whether it is
     */
    public boolean has(String name) {
      return parameters.containsKey(name);
    }

    /**
     * Makes the request.
     *
     * @return the request
     */
    public TokenRequest build() {
      return new TokenRequest(this);
    }
  }
}
