/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The proof that whoever redeems a code is who asked for it.
 *
 * <p>Specification: RFC 7636.
 *
 * @param verifier the secret
 */
record Pkce(String verifier) {
  static final String METHOD = "S256";

  static Pkce random(SecureRandom random) {
    return new Pkce(token(random));
  }

  /** 256 random bits as text. */
  static String token(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  /** Refuses a server that does not say that it can check the proof. */
  static void require(AuthorizationServerMetadata server) {
    List<String> methods = server.strings("code_challenge_methods_supported");
    if (methods == null || !methods.contains(METHOD)) {
      throw new AuthorizationException(
          "expected %s among code_challenge_methods_supported of %s, found %s"
              .formatted(METHOD, server.issuer(), methods == null ? "no such member" : methods));
    }
  }

  String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return base64(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Pkce";
  }
}
