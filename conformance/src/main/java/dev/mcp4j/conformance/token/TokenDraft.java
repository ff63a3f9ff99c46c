/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.token;

import dev.mcp4j.conformance.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JWT before it is signed: any header, any claims, any signature. Mutable. */
public final class TokenDraft {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final ObjectNode header = Json.object();
  private final ObjectNode claims = Json.object();

  /** Makes a token without header and claims. */
  public TokenDraft() {}

  /**
   * Sets a member of the header.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public TokenDraft header(String name, JsonNode value) {
    header.set(name, value);
    return this;
  }

  /**
   * Sets a member of the header.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public TokenDraft header(String name, String value) {
    return header(name, Json.string(value));
  }

  /**
   * Takes a member of the header away.
   *
   * @param name its name
   * @return this
   */
  public TokenDraft withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /**
   * Sets a claim.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public TokenDraft claim(String name, JsonNode value) {
    claims.set(name, value);
    return this;
  }

  /**
   * Sets a claim.
   *
   * @param name its name
   * @param value its value
   * @return this
   */
  public TokenDraft claim(String name, String value) {
    return claim(name, Json.string(value));
  }

  /**
   * Sets a claim that is a time.
   *
   * @param name its name
   * @param seconds seconds since 1970
   * @return this
   */
  public TokenDraft claim(String name, long seconds) {
    return claim(name, Json.NODES.numberNode(seconds));
  }

  /**
   * Takes a claim away.
   *
   * @param name its name
   * @return this
   */
  public TokenDraft withoutClaim(String name) {
    claims.remove(name);
    return this;
  }

  /**
   * Signs the token.
   *
   * @param key the key; the header names its algorithm
   * @return the token
   */
  public String signedBy(SigningKey key) {
    header.put("alg", key.algorithm());
    return input() + "." + key.sign(input());
  }

  /**
   * Signs the token with a secret, by HS256.
   *
   * @param secret the secret
   * @return the token
   */
  public String signedBy(byte[] secret) {
    header.put("alg", "HS256");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signature = mac.doFinal(input().getBytes(StandardCharsets.US_ASCII));
      return input() + "." + BASE64.encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Leaves the token unsigned.
   *
   * @param algorithm what the header says of the algorithm
   * @return the token
   */
  public String unsigned(String algorithm) {
    header.put("alg", algorithm);
    return input() + ".";
  }

  /**
   * Returns what a signature covers.
   *
   * @return header and claims
   */
  String input() {
    return encode(header) + "." + encode(claims);
  }

  private static String encode(ObjectNode part) {
    return BASE64.encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
  }
}
