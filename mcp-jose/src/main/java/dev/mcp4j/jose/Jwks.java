/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.PrivateKey;
import java.text.ParseException;

/** Reads JWKs. */
final class Jwks {
  private Jwks() {}

  static JWK privateKey(String text) {
    try {
      JWK jwk = JWK.parse(text);
      if (jwk.isPrivate() && (jwk instanceof ECKey || jwk instanceof RSAKey)) {
        return jwk;
      }
    } catch (ParseException | IllegalArgumentException e) {
      // The cause may show parts of the key.
      throw new IllegalArgumentException("expected the JSON text of a JWK");
    }
    throw new IllegalArgumentException("expected a private key, of RSA or an elliptic curve");
  }

  static SigningAlgorithm algorithmOf(JWK jwk) {
    if (jwk instanceof ECKey ec) {
      for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
        Curve curve = algorithm.isElliptic() ? algorithm.curve() : null;
        if (ec.getCurve().equals(curve)) {
          return algorithm;
        }
      }
      throw new IllegalArgumentException("no algorithm uses the curve " + ec.getCurve());
    }
    return jwk.getAlgorithm() == null
        ? SigningAlgorithm.PS256
        : SigningAlgorithm.of(jwk.getAlgorithm().getName())
            .orElseThrow(
                () -> new IllegalArgumentException("unknown algorithm " + jwk.getAlgorithm()));
  }

  static PrivateKey privateKeyOf(JWK jwk) {
    try {
      return jwk instanceof ECKey ec ? ec.toPrivateKey() : jwk.toRSAKey().toPrivateKey();
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key cannot be used");
    }
  }
}
