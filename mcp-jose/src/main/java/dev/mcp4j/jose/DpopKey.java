/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import dev.mcp4j.api.Experimental;

/**
 * A key that tokens are bound to.
 *
 * <p>RFC 9449.
 */
@Experimental("SEP-1932")
public interface DpopKey extends JwtSigner {
  /**
   * Returns the public key.
   *
   * @return the JSON text of a JWK without private parts
   */
  String publicJwk();

  /**
   * Makes a new key, which lives in this process only.
   *
   * @param algorithm how it is to sign
   * @return the key
   */
  static DpopKey generate(SigningAlgorithm algorithm) {
    return MemoryDpopKey.generate(algorithm);
  }

  /**
   * Takes a key from its JSON text.
   *
   * @param jwk a JWK with its private parts; for an elliptic curve the algorithm follows from the
   *     curve, for RSA it is the one of {@code alg}, or {@code PS256}
   * @return the key
   * @throws IllegalArgumentException if it is no private key for one of the algorithms
   */
  static DpopKey ofJwk(String jwk) {
    return MemoryDpopKey.ofJwk(jwk);
  }
}
