/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a token is signed. Only algorithms with a public key are here: one whose key both sides know
 * lets everybody who can check a token make one, and {@code none} is no signature.
 *
 * <p>RFC 7518, section 3.
 */
public enum SigningAlgorithm {
  /** ECDSA with P-256 and SHA-256. */
  ES256,
  /** ECDSA with P-384 and SHA-384. */
  ES384,
  /** ECDSA with P-521 and SHA-512. */
  ES512,
  /** RSASSA-PSS with SHA-256. */
  PS256,
  /** RSASSA-PSS with SHA-384. */
  PS384,
  /** RSASSA-PSS with SHA-512. */
  PS512,
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256,
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384,
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512;

  /**
   * What is accepted unless something else is said: {@code ES256}, {@code PS256}, {@code RS256}.
   */
  public static final Set<SigningAlgorithm> DEFAULTS =
      Collections.unmodifiableSet(EnumSet.of(ES256, PS256, RS256));

  /**
   * Finds an algorithm by the name it has in a token.
   *
   * @param name the value of {@code alg}
   * @return the algorithm; empty if it is none of these
   */
  public static Optional<SigningAlgorithm> of(String name) {
    return Stream.of(values()).filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }

  boolean isElliptic() {
    return name().startsWith("ES");
  }

  /** Returns the curve of an elliptic algorithm. */
  Curve curve() {
    return Curve.forJWSAlgorithm(JWSAlgorithm.parse(name())).iterator().next();
  }
}
