/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** A key that tokens are signed with. Safe for use by several threads. */
public final class SigningKey {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE = 32;

  private final String id;
  private final String algorithm;
  private final KeyPair pair;

  private SigningKey(String id, String algorithm, KeyPair pair) {
    this.id = id;
    this.algorithm = algorithm;
    this.pair = pair;
  }

  /**
   * Makes a new key for the algorithm RS256.
   *
   * @param id its id
   * @return the key
   */
  public static SigningKey rsa(String id) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new SigningKey(id, "RS256", generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes a new key for the algorithm ES256.
   *
   * @param id its id
   * @return the key
   */
  public static SigningKey ec(String id) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new SigningKey(id, "ES256", generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the id.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the algorithm it signs by.
   *
   * @return {@code RS256} or {@code ES256}
   */
  public String algorithm() {
    return algorithm;
  }

  /**
   * Returns the public key in the usual encoding.
   *
   * @return the bytes of its SubjectPublicKeyInfo
   */
  public byte[] publicKey() {
    return pair.getPublic().getEncoded();
  }

  /**
   * Returns the public key as a JWK.
   *
   * @return a new object
   */
  public ObjectNode jwk() {
    ObjectNode jwk = Json.object().put("kid", id).put("use", "sig").put("alg", algorithm);
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      return jwk.put("kty", "RSA")
          .put("n", BASE64.encodeToString(unsigned(rsa.getModulus())))
          .put("e", BASE64.encodeToString(unsigned(rsa.getPublicExponent())));
    }
    ECPublicKey ec = (ECPublicKey) pair.getPublic();
    return jwk.put("kty", "EC")
        .put("crv", "P-256")
        .put("x", BASE64.encodeToString(coordinate(ec.getW().getAffineX())))
        .put("y", BASE64.encodeToString(coordinate(ec.getW().getAffineY())));
  }

  String sign(String input) {
    try {
      Signature signature =
          Signature.getInstance(
              algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = unsigned(number);
    byte[] padded = new byte[COORDINATE];
    System.arraycopy(bytes, 0, padded, COORDINATE - bytes.length, bytes.length);
    return padded;
  }
}
