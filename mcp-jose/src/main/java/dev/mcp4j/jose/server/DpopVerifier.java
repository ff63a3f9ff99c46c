/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.mcp4j.api.Experimental;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jose.InMemoryReplayCache;
import dev.mcp4j.jose.ReplayCache;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.auth.InvalidProofException;
import dev.mcp4j.server.auth.ProofOfPossession;
import dev.mcp4j.server.auth.ProofVerifier;
import dev.mcp4j.server.auth.SealedNonces;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks DPoP proofs.
 *
 * <p>A proof is good for one request: its method, its URI, its token, within five minutes, and once
 * as far as the replay cache remembers. With nonces it must be made after the server asked for it,
 * so that none can be made in advance. Safe for use by several threads.
 *
 * <p>RFC 9449, sections 4.3, 8 and 9.
 */
@Experimental("SEP-1932")
public final class DpopVerifier implements ProofVerifier {
  private static final String TYPE = "dpop+jwt";
  private static final int MAX_LENGTH = 8 << 10;

  private final Set<SigningAlgorithm> algorithms;
  private final ProofClaims claims;

  private DpopVerifier(Builder builder) {
    this.algorithms = builder.algorithms;
    ReplayCache replays =
        builder.replays == null
            ? new InMemoryReplayCache(InMemoryReplayCache.DEFAULT_MAX, builder.clock)
            : builder.replays;
    this.claims = new ProofClaims(builder.maxAge, builder.nonces, replays, builder.clock);
  }

  /**
   * Starts a verifier.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String algorithms() {
    return algorithms.stream().map(SigningAlgorithm::name).collect(Collectors.joining(" "));
  }

  @Override
  public @Nullable String verify(ProofOfPossession proof) throws InvalidProofException {
    if (proof.proofs().size() != 1) {
      throw InvalidProofException.of("Expected one DPoP header but got " + proof.proofs().size());
    }
    String text = proof.proofs().get(0);
    if (text.length() > MAX_LENGTH) {
      throw InvalidProofException.of("The proof is too long");
    }
    try {
      SignedJWT jwt = SignedJWT.parse(text);
      String thumbprint = signedWith(jwt);
      JsonObject said = McpJson.read(JsonObject.class, jwt.getPayload().toBytes());
      if (!thumbprint.equals(proof.keyThumbprint())) {
        throw InvalidProofException.of("The proof is of another key than the token");
      }
      return claims.check(said, proof);
    } catch (ParseException
        | IllegalArgumentException
        | JsonSyntaxException
        | JsonShapeException e) {
      throw InvalidProofException.of("The proof is not a signed JWT with a public key");
    }
  }

  /** Checks the signature of a proof; returns the thumbprint of its key. */
  private String signedWith(SignedJWT jwt) throws InvalidProofException {
    if (jwt.getHeader().getType() == null || !jwt.getHeader().getType().getType().equals(TYPE)) {
      throw InvalidProofException.of("The proof is not of the type " + TYPE);
    }
    if (SigningAlgorithm.of(jwt.getHeader().getAlgorithm().getName())
        .filter(algorithms::contains)
        .isEmpty()) {
      throw InvalidProofException.of("The proof needs one of the algorithms " + algorithms());
    }
    JWK key = jwt.getHeader().getJWK();
    if (!(key instanceof AsymmetricJWK asymmetric) || key.isPrivate()) {
      throw InvalidProofException.of("The proof must hold a public key");
    }
    try {
      JWSVerifier verifier =
          new DefaultJWSVerifierFactory()
              .createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey());
      if (jwt.verify(verifier)) {
        return key.computeThumbprint().toString();
      }
    } catch (JOSEException e) {
      throw InvalidProofException.of("The signature of the proof cannot be checked");
    }
    throw InvalidProofException.of("The signature of the proof is not valid");
  }

  /** Builds a verifier. Not safe for use by several threads. */
  public static final class Builder {
    private Set<SigningAlgorithm> algorithms = SigningAlgorithm.DEFAULTS;
    private Duration maxAge = Duration.ofMinutes(5);
    private @Nullable SealedNonces nonces;
    private @Nullable ReplayCache replays;
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /**
     * Sets how a proof may be signed.
     *
     * @param first an algorithm
     * @param others more of them; {@link SigningAlgorithm#DEFAULTS} by default
     * @return this builder
     */
    public Builder algorithms(SigningAlgorithm first, SigningAlgorithm... others) {
      this.algorithms = Collections.unmodifiableSet(EnumSet.of(first, others));
      return this;
    }

    /**
     * Sets how old a proof may be, or how far in the future.
     *
     * @param maxAge positive, at most five minutes, which is the default
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder maxAge(Duration maxAge) {
      if (maxAge.isNegative() || maxAge.isZero() || maxAge.compareTo(Duration.ofMinutes(5)) > 0) {
        throw new IllegalArgumentException(
            "the age must be positive and at most five minutes: " + maxAge);
      }
      this.maxAge = maxAge;
      return this;
    }

    /**
     * Asks for a nonce in every proof.
     *
     * @param nonces makes and checks them
     * @return this builder
     */
    public Builder nonces(SealedNonces nonces) {
      this.nonces = Objects.requireNonNull(nonces, "nonces");
      return this;
    }

    /**
     * Sets what remembers proofs that were used.
     *
     * @param replays one that all instances share, or nothing but {@code (id, until) -> true} to
     *     remember nothing; by default each instance remembers its own
     * @return this builder
     */
    public Builder replays(ReplayCache replays) {
      this.replays = Objects.requireNonNull(replays, "replays");
      return this;
    }

    /**
     * Sets the clock that tells how old a proof is.
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
    public DpopVerifier build() {
      return new DpopVerifier(this);
    }
  }
}
