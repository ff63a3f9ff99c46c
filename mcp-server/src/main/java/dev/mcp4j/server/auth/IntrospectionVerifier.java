/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Asks the authorization server about each token. For opaque tokens, and wherever a revoked token
 * must stop working soon.
 *
 * <p>Answers about active tokens are kept for a while, under a digest of the token. How long is how
 * late a revocation is noticed. Safe for use by several threads.
 *
 * <p>RFC 7662.
 */
public final class IntrospectionVerifier implements TokenVerifier {
  private static final int MAX_ANSWER_BYTES = 64 << 10;
  private static final int OK = 200;

  private final URI endpoint;
  private final String issuer;
  private final String authorization;
  private final Duration timeout;
  private final TokenCache cache;
  private final HttpClient http;

  private IntrospectionVerifier(Builder builder) {
    this.endpoint = builder.endpoint;
    this.issuer = builder.issuer;
    this.authorization = builder.authorization;
    this.timeout = builder.timeout;
    this.cache = new TokenCache(builder.maxCached, builder.maxAge, builder.clock);
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(builder.timeout)
            .build();
  }

  /**
   * Starts a verifier.
   *
   * @param issuer the issuer identifier of the authorization server; a token may not name another
   * @param endpoint where it answers questions about tokens
   * @param clientId who this server is there
   * @param clientSecret the secret of this server there
   * @return the builder
   * @throws IllegalArgumentException if the endpoint is neither {@code https} nor on a loopback
   *     address
   */
  public static Builder builder(String issuer, URI endpoint, String clientId, String clientSecret) {
    return new Builder(issuer, endpoint, clientId, clientSecret);
  }

  @Override
  public AccessToken verify(String token) throws InvalidTokenException, IOException {
    AccessToken known = cache.get(token);
    if (known == null) {
      known = AccessToken.of(completed(answerFor(token)));
      cache.put(token, known);
    }
    return known;
  }

  /** Adds what an authorization server may leave out, because who asks it knows. */
  private JsonObject completed(JsonObject answer) throws InvalidTokenException {
    JsonNode active = answer.get("active");
    if (active == null || !active.isBoolean() || !active.booleanValue()) {
      throw new InvalidTokenException("The token is not active");
    }
    JsonNode named = answer.get("iss");
    if (named != null && !(named.isString() && named.stringValue().equals(issuer))) {
      throw new InvalidTokenException("The token is of another issuer");
    }
    JsonObject claims = answer.with("iss", StringNode.valueOf(issuer));
    JsonNode client = answer.get("client_id");
    return answer.get("sub") == null && client != null ? claims.with("sub", client) : claims;
  }

  private JsonObject answerFor(String token) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(timeout)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(
                BodyPublishers.ofString("token=" + encode(token) + "&token_type_hint=access_token"))
            .build();
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES + 1);
      if (response.statusCode() != OK) {
        throw new IOException("introspection failed with status " + response.statusCode());
      }
      if (bytes.length > MAX_ANSWER_BYTES) {
        throw new IOException("the answer has more than " + MAX_ANSWER_BYTES + " bytes");
      }
      return McpJson.read(JsonObject.class, bytes);
    } catch (JsonSyntaxException | JsonShapeException e) {
      throw new IOException("the answer is not a JSON object");
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Builds a verifier. Not safe for use by several threads. */
  public static final class Builder {
    private final String issuer;
    private final URI endpoint;
    private final String authorization;
    private Duration timeout = Duration.ofSeconds(5);
    private Duration maxAge = Duration.ofSeconds(60);
    private int maxCached = 10_000;
    private Clock clock = Clock.systemUTC();

    private Builder(String issuer, URI endpoint, String clientId, String clientSecret) {
      if (!SafeUrls.isSafe(endpoint)) {
        throw new IllegalArgumentException(
            "expected https, or http on a loopback address, but was: " + endpoint);
      }
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      this.endpoint = endpoint;
      byte[] credentials =
          (encode(clientId) + ":" + encode(clientSecret)).getBytes(StandardCharsets.UTF_8);
      this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /**
     * Limits how long an answer may take.
     *
     * @param timeout the time, positive; 5 s by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration timeout) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("the timeout must be positive: " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets how long an answer is believed.
     *
     * @param maxAge zero to ask about every token every time; 60 s by default
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxAge(Duration maxAge) {
      if (maxAge.isNegative()) {
        throw new IllegalArgumentException("the age must not be negative: " + maxAge);
      }
      this.maxAge = maxAge;
      return this;
    }

    /**
     * Limits how many answers are kept. Those used longest ago go first.
     *
     * @param maxCached at least 1; 10,000 by default
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxCached(int maxCached) {
      if (maxCached < 1) {
        throw new IllegalArgumentException("maxCached must be at least 1: " + maxCached);
      }
      this.maxCached = maxCached;
      return this;
    }

    /**
     * Sets the clock that tells how old an answer is.
     *
     * @param clock the clock; the one of the system by default
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Builds the verifier.
     *
     * @return the verifier
     */
    public IntrospectionVerifier build() {
      return new IntrospectionVerifier(this);
    }
  }
}
