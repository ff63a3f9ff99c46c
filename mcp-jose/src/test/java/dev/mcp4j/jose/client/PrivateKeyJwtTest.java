/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.ClientCredentials;
import dev.mcp4j.client.auth.TokenRequest;
import dev.mcp4j.jose.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CC2 to CC6: the client proves who it is by what it signs. */
class PrivateKeyJwtTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_651_200);
  private static final ECKey KEY = key();

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private final PrivateKeyJwt.Builder builder =
      PrivateKeyJwt.builder(SigningKey.ofJwk(KEY.toJSONString()))
          .clock(Clock.fixed(NOW, ZoneOffset.UTC));

  private static Map<String, String> authenticated(PrivateKeyJwt method, String metadata) {
    TokenRequest.Builder request =
        ClientCredentials.grant()
            .tokenRequest(
                Contexts.context(
                    "",
                    (endpoint, sent) -> {
                      throw new AssertionError("nothing is sent");
                    }));
    method.authenticate(request, "my-agent", Contexts.server(metadata));
    return request.build().parameters();
  }

  private static SignedJWT assertion(PrivateKeyJwt method) throws Exception {
    return SignedJWT.parse(authenticated(method, "").get("client_assertion"));
  }

  @Test
  void cc3RequestHoldsTheAssertionAndNoClientId() {
    assertThat(authenticated(builder.build(), ""))
        .containsOnlyKeys("grant_type", "client_assertion_type", "client_assertion")
        .containsEntry("grant_type", "client_credentials")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  @Test
  void cc4AssertionIsOfTheClientForTheIssuer() throws Exception {
    SignedJWT assertion = assertion(builder.build());

    assertThat(assertion.verify(new ECDSAVerifier(KEY))).isTrue();
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("k1");
    var claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("my-agent");
    assertThat(claims.getSubject()).isEqualTo("my-agent");
    assertThat(claims.getAudience()).containsExactly("https://id.t.example/");
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.plusSeconds(60));
    assertThat(claims.getJWTID()).isNotBlank();
  }

  @Test
  void cc4AudienceMayBeTheTokenEndpoint() throws Exception {
    PrivateKeyJwt method = builder.audience(AssertionAudience.TOKEN_ENDPOINT).build();

    assertThat(assertion(method).getJWTClaimsSet().getAudience())
        .containsExactly("https://id.t.example/token");
  }

  @Test
  void cc4AssertionIsUsedOnce() throws Exception {
    PrivateKeyJwt method = builder.build();

    assertThat(assertion(method).getJWTClaimsSet().getJWTID())
        .isNotEqualTo(assertion(method).getJWTClaimsSet().getJWTID());
  }

  @Test
  void cc6KeyMustSuitTheServer() {
    PrivateKeyJwt method = builder.build();

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                authenticated(
                    method, ",\"token_endpoint_auth_signing_alg_values_supported\":[\"RS256\"]"))
        .withMessageContaining("RS256")
        .withMessageContaining("ES256");
    assertThat(
            authenticated(
                method,
                ",\"token_endpoint_auth_signing_alg_values_supported\":[\"RS256\",\"ES256\"]"))
        .containsKey("client_assertion");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 301})
  void lifetimeIsShort(int seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.lifetime(Duration.ofSeconds(seconds)));
    assertThat(builder.build()).hasToString("private_key_jwt");
  }
}
