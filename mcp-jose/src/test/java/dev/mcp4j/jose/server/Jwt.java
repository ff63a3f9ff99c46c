/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSSignerOption;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A JWT in the making: any header, any claims, any signature. */
final class Jwt {
  static final String ISSUER = "https://id.example.com";
  static final String RESOURCE = "https://mcp.example.com/mcp";
  static final long NOW = 1_795_651_200L;
  private static final Set<JWSSignerOption> WEAK = Set.of(AllowWeakRSAKey.getInstance());
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();

  /** An access token in order. */
  static Jwt accessToken() {
    return new Jwt()
        .header("typ", "at+jwt")
        .header("alg", "ES256")
        .header("kid", "ec-1")
        .claim("iss", ISSUER)
        .claim("sub", "ada")
        .claim("aud", RESOURCE)
        .claim("client_id", "app")
        .claim("scope", "notes.read notes.write")
        .claim("iat", NOW - 10)
        .claim("exp", NOW + 300)
        .claim("jti", "t-1");
  }

  /** A proof in order of the client of the tests. */
  static Jwt proof(String token, String id) {
    return new Jwt()
        .header("typ", "dpop+jwt")
        .header("alg", "ES256")
        .header("jwk", Keys.CLIENT.toPublicJWK().toJSONObject())
        .claim("jti", id)
        .claim("htm", "POST")
        .claim("htu", RESOURCE)
        .claim("iat", NOW)
        .claim("ath", ProofClaims.digest(token));
  }

  Jwt header(String name, Object value) {
    put(header, name, value);
    return this;
  }

  Jwt claim(String name, Object value) {
    put(claims, name, value);
    return this;
  }

  /** Without a value a member is left out. */
  private static void put(Map<String, Object> members, String name, Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
  }

  String payload() {
    return MAPPER.writeValueAsString(claims);
  }

  String signed() {
    return signed(Keys.EC);
  }

  String signed(JWK key) {
    return signed(payload(), key);
  }

  String signed(String payload, JWK key) {
    try {
      return signed(
          payload,
          key instanceof ECKey ec
              ? new ECDSASigner(ec)
              : new RSASSASigner(key.toRSAKey().toPrivateKey(), WEAK));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String hmac(byte[] secret) {
    try {
      return signed(payload(), new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(String payload, JWSSigner signer) {
    String input = encode(MAPPER.writeValueAsString(header)) + "." + encode(payload);
    JWSAlgorithm named = JWSAlgorithm.parse(String.valueOf(header.get("alg")));
    JWSAlgorithm used =
        signer.supportedJWSAlgorithms().contains(named) ? named : JWSAlgorithm.ES256;
    try {
      return input + "." + signer.sign(new JWSHeader(used), input.getBytes(UTF_8));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token with any third part. */
  String with(String signature) {
    return encode(MAPPER.writeValueAsString(header)) + "." + encode(payload()) + "." + signature;
  }

  static String encode(String text) {
    return Base64URL.encode(text).toString();
  }

  static RSAKey shortRsa() {
    try {
      return new RSAKeyGenerator(1024, true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
