/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import dev.mcp4j.jose.InMemoryReplayCache;
import dev.mcp4j.jose.ReplayCache;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidTokenException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Validates the assertions of corporate identity providers, for those who run an authorization
 * server. The client that presents one must have been authenticated before.
 *
 * <p>Safe for use by several threads.
 *
 * <p>Extension {@code io.modelcontextprotocol/enterprise-managed-authorization};
 * draft-ietf-oauth-identity-assertion-authz-grant.
 */
public final class IdJagValidator {
  private static final String TYPE = "oauth-id-jag+jwt";

  private final TrustedIssuers issuers;
  private final String ownIssuer;
  private final Set<String> resources;
  private final Duration maxLifetime;
  private final Duration clockSkew;
  private final ReplayCache replays;
  private final Clock clock;

  private IdJagValidator(Builder builder) {
    this.issuers =
        new TrustedIssuers(
            builder.keys,
            builder.algorithms,
            new DefaultJOSEObjectTypeVerifier<>(
                TrustedIssuers.type(TYPE), TrustedIssuers.type("application/" + TYPE)));
    this.ownIssuer = builder.ownIssuer;
    this.resources = Set.copyOf(builder.resources);
    this.maxLifetime = builder.maxLifetime;
    this.clockSkew = builder.clockSkew;
    this.clock = builder.clock;
    this.replays =
        builder.replays == null
            ? new InMemoryReplayCache(InMemoryReplayCache.DEFAULT_MAX, builder.clock)
            : builder.replays;
  }

  /**
   * Starts a validator.
   *
   * @param ownIssuer the issuer identifier of the authorization server that validates
   * @return the builder
   */
  public static Builder builder(String ownIssuer) {
    return new Builder(ownIssuer);
  }

  /**
   * Validates an assertion, and uses it up. May block.
   *
   * @param assertion the parameter {@code assertion} of the token request
   * @param clientId the client that was authenticated
   * @return what it says
   * @throws InvalidGrantException if it is not good, or not good any more
   * @throws IOException if the keys of the identity provider are out of reach
   */
  public IdJag validate(String assertion, String clientId)
      throws InvalidGrantException, IOException {
    AccessToken read = read(assertion);
    require(read.audience().equals(List.of(ownIssuer)), "is not meant for this server");
    require(clientId.equals(text(read, "client_id")), "was issued for another client");
    String resource = text(read, "resource");
    require(resources.contains(resource), "names no resource of this server");
    Instant end = requireTime(read);
    String id = text(read, "jti");
    require(
        replays.use("jag:" + ProofClaims.digest(read.issuer() + " " + id), end.plus(clockSkew)),
        "was used before");
    return new IdJag(
        read.issuer(), read.subject(), clientId, resource, read.scopes(), end, read.claims());
  }

  private AccessToken read(String assertion) throws InvalidGrantException, IOException {
    try {
      return issuers.read(assertion);
    } catch (InvalidTokenException e) {
      throw new InvalidGrantException("The assertion is refused: " + e.reason());
    }
  }

  private Instant requireTime(AccessToken read) throws InvalidGrantException {
    Instant now = clock.instant();
    Instant end = read.expiresAt();
    Instant made = issuedAt(read);
    if (end == null) {
      throw new InvalidGrantException("The assertion has no exp");
    }
    require(now.minus(clockSkew).isBefore(end), "has expired");
    require(!made.isAfter(now.plus(clockSkew)), "is not valid yet");
    require(!made.plus(maxLifetime).isBefore(end), "lives too long");
    return end;
  }

  private static Instant issuedAt(AccessToken read) throws InvalidGrantException {
    JsonNode made = read.claims().get("iat");
    if (made == null || !made.isNumber() || Math.abs(made.doubleValue()) > 1e11) {
      throw new InvalidGrantException("The assertion has no iat");
    }
    return Instant.ofEpochSecond((long) made.doubleValue());
  }

  private static String text(AccessToken read, String name) throws InvalidGrantException {
    JsonNode value = read.claims().get(name);
    if (value == null || !value.isString() || value.stringValue().isEmpty()) {
      throw new InvalidGrantException("The assertion has no " + name);
    }
    return value.stringValue();
  }

  private static void require(boolean holds, String otherwise) throws InvalidGrantException {
    if (!holds) {
      throw new InvalidGrantException("The assertion " + otherwise);
    }
  }

  /** Builds a validator. Not safe for use by several threads. */
  public static final class Builder {
    private final String ownIssuer;
    private final Map<String, JwkSource> keys = new LinkedHashMap<>();
    private final Set<String> resources = new LinkedHashSet<>();
    private Set<SigningAlgorithm> algorithms = SigningAlgorithm.DEFAULTS;
    private Duration maxLifetime = Duration.ofMinutes(10);
    private Duration clockSkew = Duration.ofSeconds(30);
    private @Nullable ReplayCache replays;
    private Clock clock = Clock.systemUTC();

    private Builder(String ownIssuer) {
      this.ownIssuer = Objects.requireNonNull(ownIssuer, "ownIssuer");
    }

    /**
     * Trusts an identity provider.
     *
     * @param issuer its issuer identifier
     * @param keys its keys
     * @return this builder
     */
    public Builder trust(String issuer, JwkSource keys) {
      this.keys.put(Objects.requireNonNull(issuer, "issuer"), Objects.requireNonNull(keys, "keys"));
      return this;
    }

    /**
     * Names an MCP server this authorization server issues tokens for.
     *
     * @param resource its resource identifier
     * @return this builder
     */
    public Builder resource(String resource) {
      resources.add(Objects.requireNonNull(resource, "resource"));
      return this;
    }

    /**
     * Sets how an assertion may be signed.
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
     * Limits how long an assertion may live, from its issue to its end.
     *
     * @param maxLifetime positive; 10 minutes by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxLifetime(Duration maxLifetime) {
      if (maxLifetime.isNegative() || maxLifetime.isZero()) {
        throw new IllegalArgumentException("the lifetime must be positive: " + maxLifetime);
      }
      this.maxLifetime = maxLifetime;
      return this;
    }

    /**
     * Sets what remembers assertions that were used.
     *
     * @param replays one that all instances share; by default each instance remembers its own
     * @return this builder
     */
    public Builder replays(ReplayCache replays) {
      this.replays = Objects.requireNonNull(replays, "replays");
      return this;
    }

    /**
     * Sets the clock that tells whether an assertion has ended.
     *
     * @param clock the clock; the one of the system by default
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Builds the validator.
     *
     * @return the validator
     * @throws IllegalStateException if no identity provider is trusted, or no resource is named
     */
    public IdJagValidator build() {
      if (keys.isEmpty() || resources.isEmpty()) {
        throw new IllegalStateException("name an identity provider to trust, and a resource");
      }
      return new IdJagValidator(this);
    }
  }
}
