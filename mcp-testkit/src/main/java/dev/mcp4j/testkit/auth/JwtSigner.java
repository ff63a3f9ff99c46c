/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signs JWTs by ES256 with a key of its own. Safe for use by several threads. */
final class JwtSigner {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE = 32;

  private final String keyId;
  private final KeyPair pair;

  JwtSigner(String keyId) {
    this.keyId = keyId;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String sign(String type, ObjectNode claims) {
    String input = input("ES256", type, claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String unsigned(String type, ObjectNode claims) {
    return input("none", type, claims) + ".";
  }

  /** The public key. */
  ObjectNode jwk() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return JsonNodeFactory.instance
        .objectNode()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("kid", keyId)
        .put("use", "sig")
        .put("alg", "ES256")
        .put("x", coordinate(key.getW().getAffineX()))
        .put("y", coordinate(key.getW().getAffineY()));
  }

  private String input(String algorithm, String type, ObjectNode claims) {
    ObjectNode header =
        JsonNodeFactory.instance
            .objectNode()
            .put("alg", algorithm)
            .put("typ", type)
            .put("kid", keyId);
    return encode(header) + "." + encode(claims);
  }

  private static String encode(ObjectNode part) {
    return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
    return BASE64.encodeToString(padded);
  }
}
