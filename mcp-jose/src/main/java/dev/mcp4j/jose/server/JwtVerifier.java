/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.TokenVerifier;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Verifies access tokens that are signed JWTs.
 *
 * <pre>{@code
 * TokenVerifier verifier = JwtVerifier.of("https://id.example.com");
 * }</pre>
 *
 * <p>A token must be signed with a key of the issuer it names and an algorithm that is allowed, and
 * have an end. What else is asked of it, the {@link ResourceServer} asks. Safe for use by several
 * threads.
 *
 * <p>RFC 9068; RFC 8725.
 */
public final class JwtVerifier implements TokenVerifier {
  private static final List<String> ACCESS_TOKEN = List.of("at+jwt", "application/at+jwt");

  private final TrustedIssuers issuers;

  private JwtVerifier(Builder builder) {
    this.issuers =
        new TrustedIssuers(builder.keys, builder.algorithms, types(builder.accessTokenType));
  }

  /**
   * Makes a verifier for one issuer, whose metadata leads to its keys, with the defaults of {@link
   * #builder}.
   *
   * @param issuer the issuer identifier, character by character as its tokens and its metadata have
   *     it
   * @return the verifier; nothing is fetched before a token comes
   * @throws IllegalArgumentException if it is no URL, has a query or a fragment, or is neither
   *     {@code https} nor on a loopback address
   */
  public static JwtVerifier of(String issuer) {
    return of(issuer, JwkSource.of(issuer));
  }

  /**
   * Makes a verifier for one issuer, with the defaults of {@link #builder}.
   *
   * @param issuer the issuer identifier, character by character as its tokens have it
   * @param keys its keys
   * @return the verifier
   */
  public static JwtVerifier of(String issuer, JwkSource keys) {
    return builder().issuer(issuer, keys).build();
  }

  /**
   * Starts a verifier.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private static DefaultJOSEObjectTypeVerifier<SecurityContext> types(boolean accessTokenOnly) {
    JOSEObjectType type = TrustedIssuers.type(ACCESS_TOKEN.get(0));
    JOSEObjectType longType = TrustedIssuers.type(ACCESS_TOKEN.get(1));
    return accessTokenOnly
        ? new DefaultJOSEObjectTypeVerifier<>(type, longType)
        : new DefaultJOSEObjectTypeVerifier<>(type, longType, JOSEObjectType.JWT, null);
  }

  @Override
  public AccessToken verify(String token) throws InvalidTokenException, IOException {
    AccessToken read = issuers.read(token);
    if (read.expiresAt() == null) {
      throw new InvalidTokenException("The token has no exp");
    }
    return read;
  }

  /** Builds a verifier. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<String, JwkSource> keys = new LinkedHashMap<>();
    private Set<SigningAlgorithm> algorithms = SigningAlgorithm.DEFAULTS;
    private boolean accessTokenType;

    private Builder() {}

    /**
     * Trusts an issuer.
     *
     * @param issuer the issuer identifier, character by character as its tokens have it
     * @param keys its keys
     * @return this builder
     */
    public Builder issuer(String issuer, JwkSource keys) {
      this.keys.put(Objects.requireNonNull(issuer, "issuer"), Objects.requireNonNull(keys, "keys"));
      return this;
    }

    /**
     * Sets how a token may be signed.
     *
     * @param first an algorithm
     * @param others more of them; {@link SigningAlgorithm#DEFAULTS} by default
     * @return this builder
     */
    public Builder algorithms(SigningAlgorithm first, SigningAlgorithm... others) {
      this.algorithms = EnumSet.of(first, others);
      return this;
    }

    /**
     * Accepts only tokens whose header says that they are access tokens, as RFC 9068 demands. By
     * default those whose header says no more than that they are JWTs are accepted too, since many
     * authorization servers make no others.
     *
     * @return this builder
     */
    public Builder requireAccessTokenType() {
      this.accessTokenType = true;
      return this;
    }

    /**
     * Builds the verifier.
     *
     * @return the verifier
     * @throws IllegalStateException if no issuer is trusted
     */
    public JwtVerifier build() {
      if (keys.isEmpty()) {
        throw new IllegalStateException("name an issuer whose tokens are verified");
      }
      return new JwtVerifier(this);
    }
  }
}
