/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.ClientAuthentication;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.client.auth.TokenRequest;
import dev.mcp4j.client.auth.TokenResponse;
import dev.mcp4j.jose.client.EnterpriseManaged.SubjectToken;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E1 to E7: the client's half of enterprise-managed authorization. */
class EnterpriseManagedTest {
  private static final URI ENDPOINT = URI.create("https://sso.corp/token");
  private static final String JAG = "urn:ietf:params:oauth:token-type:id-jag";

  private final Map<URI, TokenRequest> sent = new LinkedHashMap<>();
  private String issuedType = JAG;
  private String tokenType = "N_A";

  private EnterpriseManaged.Builder builder() {
    return EnterpriseManaged.builder("https://sso.corp", ENDPOINT, () -> "the-id-token")
        .client("agent-at-sso", ClientAuthentication.secretBasic("s"));
  }

  private TokenResponse answer(URI endpoint, TokenRequest request) {
    sent.put(endpoint, request);
    return new TokenResponse(
        "the-assertion",
        tokenType,
        null,
        null,
        null,
        Contexts.json("{\"issued_token_type\":\"" + issuedType + "\"}"));
  }

  private Map<String, String> asked(EnterpriseManaged grant, String metadata) throws Exception {
    return grant.tokenRequest(Contexts.context(metadata, this::answer)).build().parameters();
  }

  @Test
  void e1WhatTheSignInLeftBehindIsAskedForEachTime() throws Exception {
    AtomicInteger signIns = new AtomicInteger();
    EnterpriseManaged grant =
        EnterpriseManaged.builder(
                "https://sso.corp", ENDPOINT, () -> "t" + signIns.incrementAndGet())
            .client("a", ClientAuthentication.none())
            .build();
    asked(grant, "");
    asked(grant, "");

    assertThat(sent.get(ENDPOINT).parameters()).containsEntry("subject_token", "t2");
  }

  @Test
  void e2SignInIsExchangedForAnAssertion() throws Exception {
    asked(builder().build(), "");

    assertThat(sent).containsOnlyKeys(ENDPOINT);
    assertThat(sent.get(ENDPOINT).parameters())
        .containsOnly(
            Map.entry("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            Map.entry("requested_token_type", JAG),
            Map.entry("subject_token", "the-id-token"),
            Map.entry("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"),
            Map.entry("audience", Contexts.ISSUER),
            Map.entry("resource", Contexts.RESOURCE),
            Map.entry("scope", "notes.read"));
    assertThat(sent.get(ENDPOINT).headers()).containsKey("Authorization");
  }

  @Test
  void e2RefreshTokenOfTheProviderWillDo() throws Exception {
    asked(builder().subjectToken(SubjectToken.REFRESH_TOKEN).build(), "");

    assertThat(sent.get(ENDPOINT).parameters())
        .containsEntry("subject_token_type", "urn:ietf:params:oauth:token-type:refresh_token");
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ietf:params:oauth:token-type:access_token, N_A",
    "urn:ietf:params:oauth:token-type:id-jag, Bearer"
  })
  void e3SomethingOtherThanAnAssertionIsRefused(String issued, String type) {
    issuedType = issued;
    tokenType = type;

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> asked(builder().build(), ""))
        .withMessageContaining("https://sso.corp")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("the-assertion"));
  }

  @Test
  void e4AssertionIsTheGrant() throws Exception {
    assertThat(asked(builder().build(), ""))
        .containsOnly(
            Map.entry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            Map.entry("assertion", "the-assertion"));
  }

  @Test
  void e5ServerThatSaysItTakesOthersOnlyIsNotAsked() {
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                asked(builder().build(), ",\"authorization_grant_profiles_supported\":[\"other\"]"))
        .withMessageContaining("other");
    assertThat(sent).isEmpty();
  }

  @Test
  void e5ServerThatSaysItTakesAssertionsIsAsked() throws Exception {
    assertThat(
            asked(
                builder().build(),
                ",\"authorization_grant_profiles_supported\":"
                    + "[\"urn:ietf:params:oauth:grant-profile:id-jag\"]"))
        .containsKey("assertion");
  }

  @Test
  void e6TextFormsHoldNoSecrets() throws Exception {
    TokenRequest.Builder request =
        builder().build().tokenRequest(Contexts.context("", this::answer));

    assertThat(request.build().toString() + sent.get(ENDPOINT))
        .doesNotContain("the-assertion")
        .doesNotContain("the-id-token");
  }

  @Test
  void e7NobodyIsSentToTheAuthorizationServer() {
    assertThat(builder().build().involvesUser()).isFalse();
  }

  @Test
  void clientDeclaresTheExtension() {
    URI server = URI.create("https://notes.example.com/mcp");
    try (OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(server)
            .client(RegisteredClient.anonymous())
            .grant(builder().build())
            .build()) {
      assertThat(authorizer.extensions()).containsExactly(EnterpriseManaged.EXTENSION);
    }
  }

  @Test
  void clientIsKnownToTheProvider() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> EnterpriseManaged.builder("https://sso.corp", ENDPOINT, () -> "").build());
  }
}
