/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.jspecify.annotations.Nullable;

/** Signs with a key of the JDK. */
abstract class AbstractSigner implements JwtSigner {
  private final SigningAlgorithm algorithm;
  private final @Nullable String keyId;
  private final JWSSigner signer;
  private final JWSHeader header;

  AbstractSigner(SigningAlgorithm algorithm, PrivateKey key, @Nullable String keyId) {
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
    this.signer = signer(algorithm, key);
    if (!signer.supportedJWSAlgorithms().contains(header.getAlgorithm())) {
      throw new IllegalArgumentException("the key cannot sign with " + algorithm);
    }
  }

  private static JWSSigner signer(SigningAlgorithm algorithm, PrivateKey key) {
    try {
      if (algorithm.isElliptic() && key instanceof ECPrivateKey elliptic) {
        return new ECDSASigner(elliptic);
      }
      if (!algorithm.isElliptic() && key.getAlgorithm().equals("RSA")) {
        return new RSASSASigner(key);
      }
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the key cannot sign with " + algorithm);
    }
    throw new IllegalArgumentException("the key cannot sign with " + algorithm);
  }

  @Override
  public SigningAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public @Nullable String keyId() {
    return keyId;
  }

  @Override
  public byte[] sign(byte[] input) {
    try {
      return signer.sign(header, input).decode();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key cannot sign with " + algorithm, e);
    }
  }

  /** Returns how it signs, and nothing of the key. */
  @Override
  public String toString() {
    return keyId == null ? algorithm + " key" : algorithm + " key " + keyId;
  }
}
