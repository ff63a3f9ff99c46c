/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.PrivateKey;

/** A key in memory, with its public half. */
final class MemoryDpopKey extends AbstractSigner implements DpopKey {
  private static final int RSA_BITS = 2048;

  private final String publicJwk;

  private MemoryDpopKey(SigningAlgorithm algorithm, PrivateKey key, String publicJwk) {
    super(algorithm, key, null);
    this.publicJwk = publicJwk;
  }

  static MemoryDpopKey generate(SigningAlgorithm algorithm) {
    try {
      return of(
          algorithm,
          algorithm.isElliptic()
              ? new ECKeyGenerator(algorithm.curve()).generate()
              : new RSAKeyGenerator(RSA_BITS).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(algorithm + " is not available", e);
    }
  }

  static MemoryDpopKey ofJwk(String text) {
    JWK jwk = Jwks.privateKey(text);
    return of(Jwks.algorithmOf(jwk), jwk);
  }

  private static MemoryDpopKey of(SigningAlgorithm algorithm, JWK jwk) {
    // Only what the thumbprint is made of: a name or a use of the key is nobody's business.
    JWK bare =
        jwk instanceof ECKey ec
            ? new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY()).build()
            : new RSAKey.Builder(jwk.toRSAKey().getModulus(), jwk.toRSAKey().getPublicExponent())
                .build();
    return new MemoryDpopKey(algorithm, Jwks.privateKeyOf(jwk), bare.toJSONString());
  }

  @Override
  public String publicJwk() {
    return publicJwk;
  }
}
