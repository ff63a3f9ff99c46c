/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import dev.mcp4j.client.auth.ClientAuthentication;
import dev.mcp4j.client.auth.TokenRequest;
import dev.mcp4j.jose.JwtSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Authenticates a client by an assertion it signs, so that no secret leaves it. Each assertion is
 * used once. Safe for use by several threads.
 *
 * <pre>{@code
 * RegisteredClient client = RegisteredClient.of(
 *     "https://id.example.com", "my-agent", PrivateKeyJwt.of(SigningKey.ofPem(ES256, pem)));
 * }</pre>
 *
 * <p>RFC 7523, section 2.2; extension {@code io.modelcontextprotocol/oauth-client-credentials}.
 */
public final class PrivateKeyJwt implements ClientAuthentication {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final JwtSigner signer;
  private final AssertionAudience audience;
  private final Duration lifetime;
  private final Clock clock;

  private PrivateKeyJwt(Builder builder) {
    this.signer = builder.signer;
    this.audience = builder.audience;
    this.lifetime = builder.lifetime;
    this.clock = builder.clock;
  }

  /**
   * Makes the method with its defaults.
   *
   * @param signer signs with the key the authorization server knows the client by
   * @return the method {@code private_key_jwt}
   */
  public static PrivateKeyJwt of(JwtSigner signer) {
    return builder(signer).build();
  }

  /**
   * Starts the method.
   *
   * @param signer signs with the key the authorization server knows the client by
   * @return the builder
   */
  public static Builder builder(JwtSigner signer) {
    return new Builder(signer);
  }

  @Override
  public String method() {
    return "private_key_jwt";
  }

  @Override
  public void authenticate(
      TokenRequest.Builder request, String clientId, AuthorizationServerMetadata server) {
    List<String> algorithms = server.strings("token_endpoint_auth_signing_alg_values_supported");
    if (algorithms != null && !algorithms.contains(signer.algorithm().name())) {
      throw new AuthorizationException(
          "%s takes assertions signed with %s, the key of the client signs with %s"
              .formatted(server.issuer(), algorithms, signer.algorithm()));
    }
    Instant now = clock.instant();
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("aud", audience.of(server));
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    request
        .parameter("client_assertion_type", TYPE)
        .parameter("client_assertion", CompactJws.of(signer, header, claims));
  }

  /** Returns the name of the method. */
  @Override
  public String toString() {
    return method();
  }

  /** Builds the method. Not safe for use by several threads. */
  public static final class Builder {
    private final JwtSigner signer;
    private AssertionAudience audience = AssertionAudience.ISSUER;
    private Duration lifetime = Duration.ofSeconds(60);
    private Clock clock = Clock.systemUTC();

    private Builder(JwtSigner signer) {
      this.signer = Objects.requireNonNull(signer, "signer");
    }

    /**
     * Sets whom assertions are meant for.
     *
     * @param audience the issuer unless set
     * @return this builder
     */
    public Builder audience(AssertionAudience audience) {
      this.audience = Objects.requireNonNull(audience, "audience");
      return this;
    }

    /**
     * Sets how long an assertion lives.
     *
     * @param lifetime more than zero, at most five minutes; 60 s unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder lifetime(Duration lifetime) {
      if (lifetime.isNegative()
          || lifetime.isZero()
          || lifetime.compareTo(Duration.ofMinutes(5)) > 0) {
        throw new IllegalArgumentException(
            "the lifetime must be positive and at most five minutes: " + lifetime);
      }
      this.lifetime = lifetime;
      return this;
    }

    /**
     * Sets the clock.
     *
     * @param clock that of the system unless set
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Makes the method.
     *
     * @return the method
     */
    public PrivateKeyJwt build() {
      return new PrivateKeyJwt(this);
    }
  }
}
