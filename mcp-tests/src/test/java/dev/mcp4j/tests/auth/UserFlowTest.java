/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.testkit.auth.AuthFault;
import dev.mcp4j.testkit.auth.AuthRequest;
import dev.mcp4j.testkit.auth.TestProtectedServer.MetadataPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFlowTest extends AuthWorld {
  @Test
  void a8ProofOfTheCodeIsSentAndChecked() {
    call("read");

    AuthRequest authorize = authorizationRequest();
    assertThat(authorize.parameter("code_challenge_method")).isEqualTo("S256");
    assertThat(authorize.parameter("code_challenge")).hasSize(43);
    assertThat(tokenRequest().parameter("code_verifier"))
        .hasSize(43)
        .isNotEqualTo(authorize.parameter("code_challenge"));
  }

  @Test
  void a15ResourceIsThatOfTheMetadataInBothRequests() {
    server.metadataAt(MetadataPlace.AT_ROOT, true);

    call("read");

    String origin = server.uri().resolve("/").toString().replaceAll("/$", "");
    assertThat(authorizationRequest().parameter("resource")).isEqualTo(origin);
    assertThat(tokenRequest().parameter("resource")).isEqualTo(origin);
  }

  @Test
  void a16ChallengedScopeComesFirst() {
    server.challengedScope("one two").scopesSupported("three");

    call("read");

    assertThat(authorizationRequest().parameter("scope")).isEqualTo("one two");
  }

  @Test
  void a16ScopesOfTheMetadataComeSecond() {
    server.scopesSupported("three", "four");

    call("read");

    assertThat(authorizationRequest().parameter("scope")).isEqualTo("three four");
  }

  @Test
  void a16WithoutAnyScopeNoneIsSent() {
    authorization.scopesSupported("five", "offline_access");

    call("read");

    assertThat(authorizationRequest().parameters()).doesNotContainKey("scope");
  }

  @Test
  void a17OfflineAccessIsAskedWhereItIsOffered() {
    server.challengedScope("one");
    authorization.scopesSupported("one", "offline_access");

    call("read");

    assertThat(authorizationRequest().parameter("scope")).isEqualTo("one offline_access");
  }

  @Test
  void a17OfflineAccessIsNotAskedElsewhere() {
    server.challengedScope("one");
    authorization.scopesSupported("one");

    call("read");

    assertThat(authorizationRequest().parameter("scope")).isEqualTo("one");
  }

  @Test
  void a17OfflineAccessIsNotAskedAgainstTheWishOfTheApplication() {
    server.challengedScope("one");
    authorization.scopesSupported("one", "offline_access");

    client(builder().offlineAccess(false)).call("read").result();

    assertThat(authorizationRequest().parameter("scope")).isEqualTo("one");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ISSUER_MISSING",
        "ISSUER_OF_OTHER_SERVER",
        "ISSUER_WITH_SLASH",
        "ISSUER_UNEXPECTED"
      })
  void a18ResponseOfAnotherIssuerIsRefusedBeforeTheTokenRequest(AuthFault fault) {
    authorization.faults(fault);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("iss");
    assertThat(authorization.requests("/authorize")).hasSize(1);
    assertThat(authorization.requests("/token")).isEmpty();
  }

  @Test
  void a18IssuerIsNotNeededWhereItIsNotPromised() {
    authorization.faults(AuthFault.ISSUER_NOT_ADVERTISED);

    assertThat(call("read")).isEqualTo("read");
  }

  @Test
  void a18ErrorOfAnotherIssuerIsNotShown() {
    authorization.faults(AuthFault.ACCESS_DENIED_BY_OTHER_SERVER);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOfSatisfying(AuthorizationException.class, e -> assertThat(e.error()).isNull())
        .hasMessageNotContaining("denied")
        .hasMessageNotContaining("said no");
  }

  @Test
  void a19OtherStateIsRefused() {
    authorization.faults(AuthFault.OTHER_STATE);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("another state");
    assertThat(authorization.requests("/token")).isEmpty();
  }

  @Test
  void a19StateDiffersFromSignInToSignIn() {
    McpClient client = client(builder());
    client.call("read").result();
    authorization.revokeTokens();
    client.call("read").result();

    assertThat(authorization.requests("/authorize"))
        .extracting(request -> request.parameter("state"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(state -> state != null && state.length() == 43);
  }

  @Test
  void refusalOfTheUserIsTold() {
    authorization.faults(AuthFault.ACCESS_DENIED);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOfSatisfying(
            AuthorizationException.class, e -> assertThat(e.error()).isEqualTo("access_denied"))
        .hasMessageContaining("the user said no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26"})
  void a21EveryRequestOfOlderRevisionsCarriesTheTokenToo(String revision) {
    try (McpClient client = client(builder().build(), revision)) {
      assertThat(client.call("read").as(String.class)).isEqualTo("read");
    }

    assertTokensInHeadersOnly();
  }

  @Test
  void a21EveryRequestCarriesTheTokenInItsHeader() {
    McpClient client = client(builder());
    client.tools().toList();
    client.call("read").result();

    assertTokensInHeadersOnly();
  }

  private void assertTokensInHeadersOnly() {
    assertThat(authorization.requests("/authorize")).hasSize(1);
    assertThat(server.requests())
        .filteredOn(request -> request.path().equals("/mcp"))
        .hasSizeGreaterThan(2)
        .allSatisfy(request -> assertThat(request.query()).isNull())
        .satisfies(
            requests ->
                assertThat(requests.subList(1, requests.size()))
                    .allSatisfy(
                        request ->
                            assertThat(request.header("authorization")).startsWith("Bearer ")));
  }

  @Test
  void tokenOfUnknownTypeIsRefused() {
    authorization.faults(AuthFault.ODD_TOKEN_TYPE);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("type Bearer");
  }

  @Test
  void tokenThatCannotBeAHeaderIsRefused() {
    authorization.faults(AuthFault.TOKEN_WITH_LINE_BREAK);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("is no token");
  }
}
