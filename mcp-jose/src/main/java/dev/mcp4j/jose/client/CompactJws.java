/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.jose.JwtSigner;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Writes signed JWTs. */
final class CompactJws {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private CompactJws() {}

  /**
   * Signs claims.
   *
   * @param header what the header says beyond algorithm and key
   */
  static String of(JwtSigner signer, ObjectNode header, ObjectNode claims) {
    header.put("alg", signer.algorithm().name());
    String keyId = signer.keyId();
    if (keyId != null) {
      header.put("kid", keyId);
    }
    String input = encode(utf8(header)) + "." + encode(utf8(claims));
    return input + "." + encode(signer.sign(input.getBytes(US_ASCII)));
  }

  private static byte[] utf8(ObjectNode node) {
    return node.toString().getBytes(UTF_8);
  }

  static String encode(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
