/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.ClientCredentials;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.testkit.auth.AuthRequest;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCredentialsTest extends AuthWorld {
  @BeforeEach
  void register() {
    authorization
        .registration(false)
        .client("robot", "s3cret")
        .authenticationMethods("client_secret_basic", "client_secret_post");
  }

  private OAuthAuthorizer.Builder robot() {
    return OAuthAuthorizer.builder(server.uri())
        .client(RegisteredClient.withSecret(authorization.issuer(), "robot", "s3cret"))
        .grant(ClientCredentials.grant());
  }

  @Test
  void cc1cc3TokenIsRequestedForTheResourceWithTheScopeOfTheChallenge() {
    server.challengedScope("jobs.run");

    assertThat(client(robot()).call("read").as(String.class)).isEqualTo("read");

    AuthRequest request = tokenRequest();
    assertThat(request.parameters())
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("resource", server.uri().toString())
        .containsEntry("scope", "jobs.run");
    assertThat(authorization.requests("/authorize")).isEmpty();
    assertThat(authorization.requests("/register")).isEmpty();
  }

  @Test
  void cc2cc5cc8SecretGoesIntoTheHeaderWhereThatIsSupported() {
    client(robot()).call("read").result();

    assertThat(tokenRequest().header("authorization")).isEqualTo("Basic cm9ib3Q6czNjcmV0");
    assertThat(tokenRequest().parameters()).doesNotContainKeys("client_id", "client_secret");
  }

  @Test
  void cc5SecretGoesIntoTheBodyWhereThatIsAllThereIs() {
    authorization.authenticationMethods("client_secret_post");

    client(robot()).call("read").result();

    assertThat(tokenRequest().parameters())
        .containsEntry("client_id", "robot")
        .containsEntry("client_secret", "s3cret");
  }

  @Test
  void cc6MethodThatIsNotSupportedIsNotUsed() {
    authorization.authenticationMethods("private_key_jwt");

    assertThatThrownBy(() -> client(robot()).call("read").result())
        .hasMessageContaining("[private_key_jwt]");
    assertThat(authorization.requests("/token")).isEmpty();
  }

  @Test
  void cc7ExtensionIsDeclaredWithEveryRequest() {
    client(robot()).call("read").result();

    assertThat(server.requests())
        .filteredOn(request -> request.method().equals("POST"))
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.body())
                    .contains("\"extensions\":{\"" + ClientCredentials.EXTENSION + "\":{}}"));
  }

  @Test
  void cc7OtherGrantsDeclareNothing() {
    authorization.registration(true).authenticationMethods("none");

    call("read");

    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.body()).doesNotContain("oauth-client"));
  }

  @Test
  void cc7TokenIsRenewedBeforeItEnds() {
    ManualClock clock = ManualClock.create();
    authorization.tokenLifetime(Duration.ofMinutes(1));
    McpClient client = client(robot().clock(clock));
    client.call("read").result();
    int before = server.requests().size();
    clock.advance(Duration.ofSeconds(55));

    client.call("read").result();

    assertThat(authorization.requests("/token")).hasSize(2);
    assertThat(server.requests()).hasSize(before + 1);
  }

  @Test
  void cc7MissingScopeEndsTheCall() {
    server.toolScopes("write", "write");
    McpClient client = client(robot());

    assertThatThrownBy(() -> client.call("write").result())
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(403));
    assertThat(authorization.requests("/token")).hasSize(1);
  }
}
