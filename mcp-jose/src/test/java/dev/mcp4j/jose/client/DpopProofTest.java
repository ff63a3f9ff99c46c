/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.RequestProof.Target;
import dev.mcp4j.jose.DpopKey;
import dev.mcp4j.jose.SigningAlgorithm;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D1 to D6: the client's half of DPoP. */
class DpopProofTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_651_200);
  private static final HttpHeaders NONE = headers(Map.of());

  private final DpopProof proof =
      DpopProof.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();

  private static HttpHeaders headers(Map<String, List<String>> headers) {
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private static HttpHeaders nonce(String nonce) {
    return headers(Map.of("DPoP-Nonce", List.of(nonce)));
  }

  private static Target tokenRequest(String metadata) {
    return new Target(
        "POST",
        URI.create("https://id.t.example/token?tenant=7#x"),
        null,
        Contexts.server(metadata));
  }

  private static Target request(String token) {
    return new Target("GET", URI.create("https://t.example:8443/mcp?a=b"), token, null);
  }

  private SignedJWT made(Target target) throws Exception {
    Map<String, String> headers = proof.headers(target);
    assertThat(headers).containsOnlyKeys("DPoP");
    SignedJWT jwt = SignedJWT.parse(headers.get("DPoP"));
    AsymmetricJWK key = (AsymmetricJWK) jwt.getHeader().getJWK();
    assertThat(
            jwt.verify(
                new DefaultJWSVerifierFactory()
                    .createJWSVerifier(jwt.getHeader(), key.toPublicKey())))
        .isTrue();
    return jwt;
  }

  private @Nullable String nonceIn(Target target) throws Exception {
    return made(target).getJWTClaimsSet().getStringClaim("nonce");
  }

  @Test
  void d1ProofOfATokenRequest() throws Exception {
    SignedJWT jwt = made(tokenRequest(""));

    assertThat(jwt.getHeader().getType().getType()).isEqualTo("dpop+jwt");
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(jwt.getHeader().getJWK().isPrivate()).isFalse();
    assertThat(jwt.getJWTClaimsSet().getClaims())
        .containsOnlyKeys("jti", "htm", "htu", "iat")
        .containsEntry("htm", "POST")
        .containsEntry("htu", "https://id.t.example/token");
    assertThat(jwt.getJWTClaimsSet().getIssueTime().toInstant()).isEqualTo(NOW);
  }

  @Test
  void d2EachProofIsNewAndOfOneKey() throws Exception {
    SignedJWT tokenProof = made(tokenRequest(""));
    SignedJWT one = made(request("token"));
    SignedJWT two = made(request("token"));

    assertThat(proof.tokenType()).isEqualTo("DPoP");
    assertThat(one.getJWTClaimsSet().getJWTID()).isNotEqualTo(two.getJWTClaimsSet().getJWTID());
    assertThat(one.getHeader().getJWK())
        .isEqualTo(two.getHeader().getJWK())
        .isEqualTo(tokenProof.getHeader().getJWK());
  }

  @Test
  void d3ProofOfARequestNamesMethodAndTokenDigest() throws Exception {
    made(tokenRequest(""));

    assertThat(
            made(request("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
                .getJWTClaimsSet()
                .getClaims())
        .containsOnlyKeys("jti", "htm", "htu", "iat", "ath")
        .containsEntry("htm", "GET")
        .containsEntry("htu", "https://t.example:8443/mcp")
        .containsEntry("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
  }

  @Test
  void d4NonceIsUsedWhereItCameFrom() throws Exception {
    made(tokenRequest(""));

    boolean again = proof.answered(tokenRequest(""), 400, nonce("as-1"), "use_dpop_nonce");
    boolean rsAgain = proof.answered(request("t"), 401, nonce("rs-1"), "use_dpop_nonce");

    assertThat(again).isTrue();
    assertThat(rsAgain).isTrue();
    assertThat(nonceIn(tokenRequest(""))).isEqualTo("as-1");
    assertThat(nonceIn(request("t"))).isEqualTo("rs-1");
    Target elsewhere = new Target("POST", URI.create("https://other.example/mcp"), "t", null);
    assertThat(nonceIn(elsewhere)).isNull();
  }

  @Test
  void d4SameHostInAnotherRoleHasAnotherNonce() throws Exception {
    Target token =
        new Target("POST", URI.create("https://t.example/token"), null, Contexts.server(""));
    Target mcp = new Target("POST", URI.create("https://t.example/mcp"), "t", null);
    made(token);
    boolean unused = proof.answered(token, 400, nonce("as-1"), "use_dpop_nonce");

    assertThat(nonceIn(mcp)).isNull();
  }

  @Test
  void d4NextNonceOfASuccessIsTakenToo() throws Exception {
    made(tokenRequest(""));

    boolean again = proof.answered(request("t"), 200, nonce("rs-2"), null);

    assertThat(again).isFalse();
    assertThat(nonceIn(request("t"))).isEqualTo("rs-2");
  }

  @ParameterizedTest
  @CsvSource({
    "use_dpop_nonce, 0",
    "use_dpop_nonce, 2",
    "invalid_dpop_proof, 1",
    "invalid_token, 1",
    ", 1"
  })
  void d4OtherRefusalsAreNotTriedAgain(String error, int nonces) {
    Map<String, String> unused = proof.headers(tokenRequest(""));
    HttpHeaders headers =
        switch (nonces) {
          case 0 -> NONE;
          case 1 -> nonce("a");
          default -> headers(Map.of("DPoP-Nonce", List.of("a", "b")));
        };

    assertThat(proof.answered(request("t"), 401, headers, error)).isFalse();
  }

  @Test
  void d4NonceOfAnyLengthIsNotTaken() {
    assertThat(proof.answered(tokenRequest(""), 400, nonce("n".repeat(1025)), "use_dpop_nonce"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"RS256\",\"ES256\";ES256",
        "\"RS256\",\"PS256\";PS256",
        "\"RS256\";RS256",
        "\"EdDSA\",\"ES384\";ES384"
      })
  void d5AlgorithmIsOneTheServerChecks(String supported, String chosen) throws Exception {
    Target target = tokenRequest(",\"dpop_signing_alg_values_supported\":[" + supported + "]");

    assertThat(made(target).getHeader().getAlgorithm().getName()).isEqualTo(chosen);
  }

  @Test
  void d5KeyThatDoesNotSuitTheServerIsAnError() {
    DpopProof given = DpopProof.builder().key(DpopKey.generate(SigningAlgorithm.ES384)).build();

    for (DpopProof any : List.of(given, proof)) {
      assertThatExceptionOfType(AuthorizationException.class)
          .isThrownBy(
              () -> any.headers(tokenRequest(",\"dpop_signing_alg_values_supported\":[\"EdDSA\"]")))
          .withMessageContaining("EdDSA");
    }
  }

  @Test
  void d5BearerTokensAreAcceptedOnRequestOnly() {
    assertThat(proof.acceptsBearer()).isFalse();
    assertThat(DpopProof.builder().acceptBearer().build().acceptsBearer()).isTrue();
  }

  @Test
  void d6TokensGoOnWithTheirKeyAfterAChange() throws Exception {
    JWK before = made(tokenRequest("")).getHeader().getJWK();
    made(request("old"));
    DpopKey next = DpopKey.generate(SigningAlgorithm.ES256);

    proof.rotate(next);

    assertThat(made(request("old")).getHeader().getJWK()).isEqualTo(before);
    JWK after = made(tokenRequest("")).getHeader().getJWK();
    assertThat(after).isEqualTo(JWK.parse(next.publicJwk()));
    assertThat(made(request("new")).getHeader().getJWK()).isEqualTo(after);
    assertThat(made(request("old")).getHeader().getJWK()).isEqualTo(before);
  }

  @Test
  void d6TokenOfAKeyThatWasNotKeptIsOfNoUse() {
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> proof.headers(request("from-a-store")))
        .withMessageContaining("give the key");
  }
}
