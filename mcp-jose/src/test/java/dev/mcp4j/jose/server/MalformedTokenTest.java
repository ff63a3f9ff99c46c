/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** B2, B4, D7, D8, D10: whatever is not in order is refused with the right status and challenge. */
class MalformedTokenTest {
  private static final String METADATA =
      "resource_metadata=\"https://mcp.example.com/.well-known/oauth-protected-resource/mcp\"";

  private static ProtectedServer server;

  @BeforeAll
  static void start() {
    server = new ProtectedServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Jwt token() {
    return Jwt.accessToken();
  }

  private static Jwt bound() {
    return token().claim("cnf", Map.of("jkt", Keys.thumbprint(Keys.CLIENT)));
  }

  private static Arguments token(String what, Supplier<String> token) {
    return Arguments.of(what, token);
  }

  static Stream<Arguments> tokens() {
    return Stream.of(
        token("alg none", () -> token().header("alg", "none").with("")),
        token("alg none with a signature", () -> token().header("alg", "none").with("AAAA")),
        token("alg None", () -> token().header("alg", "None").with("AAAA")),
        token("no alg", () -> token().header("alg", null).with("AAAA")),
        token("RSA key as HMAC secret", () -> hmac(publicKey(Keys.RSA))),
        token("RSA key in PEM as HMAC secret", () -> hmac(pem(Keys.RSA))),
        token("EC key as HMAC secret", () -> hmac(publicKey(Keys.EC))),
        token("allowed key with an algorithm that is not", () -> rsa("RS512").signed(Keys.RSA)),
        token("EC algorithm with an RSA kid", () -> token().header("kid", "rsa-1").signed()),
        token("signed with an unknown key", () -> token().header("kid", null).signed(Keys.THIEF)),
        token("unknown kid", () -> token().header("kid", "ec-9").signed()),
        token("another key under a known kid", () -> token().signed(Keys.THIEF)),
        token("another RSA key under a known kid", () -> rsa("RS256").signed(Keys.OTHER_RSA)),
        token(
            "key of another trusted issuer",
            () -> token().header("kid", "sso-1").signed(Keys.OF_SSO)),
        token("key in the header", MalformedTokenTest::withOwnKey),
        token("address of keys in the header", MalformedTokenTest::withOwnAddress),
        token(
            "unknown critical header",
            () -> token().header("crit", List.of("x")).header("x", 1).signed()),
        token("type of a proof", () -> token().header("typ", "dpop+jwt").signed()),
        token("type of an assertion", () -> token().header("typ", "oauth-id-jag+jwt").signed()),
        token("type of a logout token", () -> token().header("typ", "logout+jwt").signed()),
        token("claims changed after signing", MalformedTokenTest::changed),
        token("signature cut off", () -> token().with("")),
        token("signature of something else", () -> token().with("AAAA")),
        token("two parts", () -> Jwt.encode("{}") + "." + Jwt.encode("{}")),
        token("four parts", () -> token().signed() + ".AAAA"),
        token("no JWT", () -> "0paqueT0ken"),
        token("encrypted", MalformedTokenTest::encrypted),
        token("claims that are no object", () -> token().signed("[]", Keys.EC)),
        token("claims that are no JSON", () -> token().signed("{", Keys.EC)),
        token("two subjects", () -> token().signed(twice("sub", "eve"), Keys.EC)),
        token(
            "two issuers", () -> token().signed(twice("iss", "https://evil.example.com"), Keys.EC)),
        token(
            "wrong audience", () -> token().claim("aud", "https://other.example.com/mcp").signed()),
        token("audience with a slash", () -> token().claim("aud", Jwt.RESOURCE + "/").signed()),
        token(
            "audience of the host", () -> token().claim("aud", "https://mcp.example.com").signed()),
        token("audience is the client", () -> token().claim("aud", "app").signed()),
        token("audience of numbers", () -> token().claim("aud", List.of(1)).signed()),
        token("no audience", () -> token().claim("aud", null).signed()),
        token("empty audience", () -> token().claim("aud", List.of()).signed()),
        token("issuer with a slash", () -> token().claim("iss", Jwt.ISSUER + "/").signed()),
        token("issuer in capitals", () -> token().claim("iss", "https://ID.example.com").signed()),
        token("unknown issuer", () -> token().claim("iss", "https://evil.example.com").signed()),
        token("no issuer", () -> token().claim("iss", null).signed()),
        token("trusted issuer of other servers", MalformedTokenTest::ofSso),
        token("expired", () -> token().claim("exp", Jwt.NOW - 31).signed()),
        token("no end", () -> token().claim("exp", null).signed()),
        token("end as a text", () -> token().claim("exp", "tomorrow").signed()),
        token("not valid yet", () -> token().claim("nbf", Jwt.NOW + 31).signed()),
        token("no subject", () -> token().claim("sub", null).signed()),
        token("subject is a number", () -> token().claim("sub", 7).signed()),
        token(
            "bound to a certificate",
            () -> token().claim("cnf", Map.of("x5t#S256", "a")).signed()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void tokens(String what, Supplier<String> token) {
    Exchange exchange = server.served(Exchange.bearer(token.get()));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge())
        .matches("(Bearer|DPoP) error=\"invalid_token\", error_description=\"[^\"]+\", .*")
        .contains("scope=\"notes.read\"", METADATA);
    assertThat(exchange.answer()).contains("\"error\"").doesNotContain("I am");
  }

  private static Arguments request(String what, int status, String start, Supplier<Exchange> call) {
    return Arguments.of(what, status, start, call);
  }

  static Stream<Arguments> requests() {
    String good = token().signed();
    return Stream.of(
        request("no token", 401, "Bearer scope=", Exchange::new),
        request(
            "two headers",
            400,
            "Bearer error=\"invalid_request\"",
            () -> Exchange.bearer(good).header("Authorization", "Bearer " + good)),
        request(
            "two tokens in a header",
            400,
            "Bearer error=\"invalid_request\"",
            () -> Exchange.bearer(good + ", Bearer " + good)),
        request(
            "token in the query",
            400,
            "Bearer error=\"invalid_request\"",
            () -> new Exchange().query("access_token=" + good)),
        request(
            "token in the query too",
            400,
            "Bearer error=\"invalid_request\"",
            () -> Exchange.bearer(good).query("a=b&access_token=" + good)),
        request("scheme alone", 400, "Bearer error=\"invalid_request\"", () -> Exchange.bearer("")),
        request(
            "too long a token",
            400,
            "Bearer error=\"invalid_request\"",
            () -> Exchange.bearer("a".repeat(16_385))),
        request(
            "another scheme",
            401,
            "Bearer scope=",
            () -> new Exchange().header("Authorization", "Basic " + good)),
        request(
            "token without the scope",
            403,
            "Bearer error=\"insufficient_scope\"",
            () -> Exchange.bearer(token().claim("scope", "notes.write").signed())),
        request(
            "token without scopes",
            403,
            "Bearer error=\"insufficient_scope\"",
            () -> Exchange.bearer(token().claim("scope", null).signed())),
        request(
            "bound token as a bearer token (D10)",
            401,
            "DPoP error=\"invalid_token\"",
            () -> Exchange.bearer(bound().signed())),
        request(
            "bound token as a bearer token with a proof (D10)",
            401,
            "DPoP error=\"invalid_token\"",
            () -> {
              String token = bound().signed();
              return Exchange.bearer(token)
                  .header("DPoP", Jwt.proof(token, "d10").signed(Keys.CLIENT));
            }),
        request(
            "token without a key sent with DPoP",
            401,
            "DPoP error=\"invalid_token\"",
            () -> Exchange.dpop(good, Jwt.proof(good, "unbound").signed(Keys.CLIENT))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void requests(String what, int status, String start, Supplier<Exchange> call) {
    Exchange exchange = server.served(call.get());

    assertThat(exchange.status()).isEqualTo(status);
    assertThat(exchange.challenge()).startsWith(start).contains(METADATA);
    assertThat(exchange.answer()).doesNotContain("I am");
  }

  private static Arguments proof(String what, Supplier<List<String>> proofs) {
    return Arguments.of(what, proofs);
  }

  private static Arguments proof(String what, UnaryOperator<Jwt> change) {
    return proof(what, () -> List.of(change.apply(Jwt.proof(BOUND, what)).signed(Keys.CLIENT)));
  }

  private static final String BOUND = bound().signed();

  static Stream<Arguments> proofs() {
    return Stream.of(
        proof("no proof", () -> List.of()),
        proof("two proofs", () -> List.of(signedProof("a"), signedProof("b"))),
        proof("no JWT", () -> List.of("proof")),
        proof("too long", () -> List.of("a".repeat(8193))),
        proof("alg none", () -> List.of(Jwt.proof(BOUND, "n").header("alg", "none").with(""))),
        proof("HMAC", MalformedTokenTest::hmacProof),
        proof("algorithm that is not allowed", MalformedTokenTest::proofWithRs512),
        proof("short key", MalformedTokenTest::proofWithShortKey),
        proof("other type", proof -> proof.header("typ", "JWT")),
        proof("no type", proof -> proof.header("typ", null)),
        proof("no key", proof -> proof.header("jwk", null)),
        proof("private key", proof -> proof.header("jwk", Keys.CLIENT.toJSONObject())),
        proof("key is no key", proof -> proof.header("jwk", Map.of("kty", "EC"))),
        proof("forged", () -> List.of(Jwt.proof(BOUND, "f").signed(Keys.THIEF))),
        proof("proof of another key", MalformedTokenTest::proofOfThief),
        proof("htm of another method", proof -> proof.claim("htm", "GET")),
        proof("htm in small letters", proof -> proof.claim("htm", "post")),
        proof("no htm", proof -> proof.claim("htm", null)),
        proof("htu of another host", proof -> proof.claim("htu", "https://evil.example.com/mcp")),
        proof("htu of another path", proof -> proof.claim("htu", Jwt.RESOURCE + "/other")),
        proof("htu without TLS", proof -> proof.claim("htu", "http://mcp.example.com/mcp")),
        proof(
            "htu of another port", proof -> proof.claim("htu", "https://mcp.example.com:8443/mcp")),
        proof("htu is no URI", proof -> proof.claim("htu", "https://mcp example com")),
        proof("no htu", proof -> proof.claim("htu", null)),
        proof("ath of another token", proof -> proof.claim("ath", ProofClaims.digest("other"))),
        proof("ath is the token", proof -> proof.claim("ath", BOUND)),
        proof("no ath", proof -> proof.claim("ath", null)),
        proof("too old", proof -> proof.claim("iat", Jwt.NOW - 301)),
        proof("from the future", proof -> proof.claim("iat", Jwt.NOW + 301)),
        proof("no iat", proof -> proof.claim("iat", null)),
        proof("iat out of range", proof -> proof.claim("iat", 1e300)),
        proof("no jti", proof -> proof.claim("jti", null)),
        proof("jti is a number", proof -> proof.claim("jti", 7)),
        proof("endless jti", proof -> proof.claim("jti", "j".repeat(257))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void proofs(String what, Supplier<List<String>> proofs) {
    Exchange exchange = server.served(Exchange.dpop(BOUND, proofs.get().toArray(String[]::new)));

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.challenge())
        .startsWith("DPoP error=\"invalid_dpop_proof\", error_description=\"")
        .contains("algs=\"ES256 PS256 RS256\"", METADATA);
    assertThat(exchange.answer()).doesNotContain("I am");
  }

  @Test
  void replayedProofIsRefused() {
    String proof = signedProof("once");

    Exchange first = server.served(Exchange.dpop(BOUND, proof));
    Exchange second = server.served(Exchange.dpop(BOUND, proof));

    assertThat(first.answer()).contains("I am ada");
    assertThat(second.status()).isEqualTo(401);
    assertThat(second.challenge()).startsWith("DPoP error=\"invalid_dpop_proof\"");
  }

  @Test
  void tokenInOrderIsAccepted() {
    assertThat(server.served(Exchange.bearer(token().signed())).answer()).contains("I am ada");
    assertThat(server.served(Exchange.bearer(rsa("RS256").signed(Keys.RSA))).answer())
        .contains("I am ada");
    assertThat(server.served(Exchange.bearer(token().header("typ", "JWT").signed())).status())
        .isEqualTo(200);
    assertThat(server.served(Exchange.bearer(token().header("typ", null).signed())).status())
        .isEqualTo(200);
    assertThat(
            server
                .served(Exchange.bearer(token().claim("aud", List.of("x", Jwt.RESOURCE)).signed()))
                .status())
        .isEqualTo(200);
  }

  private static String signedProof(String id) {
    return Jwt.proof(BOUND, id).signed(Keys.CLIENT);
  }

  private static List<String> hmacProof() {
    byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    return List.of(
        Jwt.proof(BOUND, "h")
            .header("alg", "HS256")
            .header(
                "jwk",
                Map.of(
                    "kty",
                    "oct",
                    "k",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(secret)))
            .hmac(secret));
  }

  private static List<String> proofWithRs512() {
    return List.of(
        Jwt.proof(BOUND, "r")
            .header("alg", "RS512")
            .header("jwk", Keys.RSA.toPublicJWK().toJSONObject())
            .signed(Keys.RSA));
  }

  private static List<String> proofWithShortKey() {
    JWK key = Jwt.shortRsa();
    return List.of(
        Jwt.proof(BOUND, "s")
            .header("alg", "RS256")
            .header("jwk", key.toPublicJWK().toJSONObject())
            .signed(key));
  }

  private static List<String> proofOfThief() {
    return List.of(
        Jwt.proof(BOUND, "t")
            .header("jwk", Keys.THIEF.toPublicJWK().toJSONObject())
            .signed(Keys.THIEF));
  }

  private static Jwt rsa(String algorithm) {
    return token().header("alg", algorithm).header("kid", "rsa-1");
  }

  private static String hmac(byte[] secret) {
    return token().header("alg", "HS256").header("kid", "rsa-1").hmac(secret);
  }

  private static byte[] publicKey(JWK key) {
    try {
      return key instanceof ECKey ec
          ? ec.toPublicKey().getEncoded()
          : key.toRSAKey().toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pem(JWK key) {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey(key))
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String withOwnKey() {
    return token()
        .header("kid", null)
        .header("jwk", Keys.THIEF.toPublicJWK().toJSONObject())
        .signed(Keys.THIEF);
  }

  private static String withOwnAddress() {
    return token().header("jku", "https://evil.example.com/jwks").signed(Keys.THIEF);
  }

  private static String ofSso() {
    return token().header("kid", "sso-1").claim("iss", ProtectedServer.SSO).signed(Keys.OF_SSO);
  }

  private static String changed() {
    String signed = token().signed();
    int first = signed.indexOf('.');
    int second = signed.indexOf('.', first + 1);
    String claims = Jwt.encode(token().claim("sub", "eve").payload());
    return signed.substring(0, first + 1) + claims + signed.substring(second);
  }

  private static String twice(String claim, String value) {
    return "{\"" + claim + "\":\"" + value + "\"," + token().payload().substring(1);
  }

  private static String encrypted() {
    try {
      JWEObject jwe =
          new JWEObject(
              new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM),
              new Payload(token().payload()));
      jwe.encrypt(new RSAEncrypter(Keys.RSA.toPublicJWK()));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
