/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.client.auth.UserAgent;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.testkit.auth.AuthFault;
import dev.mcp4j.testkit.auth.TestAuthorizationServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class RegistrationTest extends AuthWorld {
  private static final String DOCUMENT = "https://app.example.com/client.json";

  private RegisteredClient known() {
    authorization.client("known", "");
    return RegisteredClient.of(authorization.issuer(), "known");
  }

  @Test
  void a9KnownCredentialsComeFirst() {
    authorization.clientIdDocuments(true);

    client(builder().client(known()).clientIdDocument(DOCUMENT)).call("read").result();

    assertThat(authorizationRequest().parameter("client_id")).isEqualTo("known");
    assertThat(authorization.requests("/register")).isEmpty();
  }

  @Test
  void a9DocumentComesBeforeRegistration() {
    authorization.clientIdDocuments(true);

    client(builder().clientIdDocument(DOCUMENT)).call("read").result();

    assertThat(authorizationRequest().parameter("client_id")).isEqualTo(DOCUMENT);
    assertThat(authorization.requests("/register")).isEmpty();
  }

  @Test
  void a9RegistrationIsTheLastResort() {
    client(builder().clientIdDocument(DOCUMENT)).call("read").result();

    assertThat(authorizationRequest().parameter("client_id")).isEqualTo("client-1");
  }

  @Test
  void a9NoWayToAClientIdIsSaid() {
    authorization.registration(false);

    assertThatThrownBy(() -> client(builder().clientIdDocument(DOCUMENT)).call("read").result())
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("expected a way to get a client id");
  }

  @Test
  void a11a12RegistrationSaysWhereTheClientRunsAndWhatItWants() {
    call("read");

    JsonObject body =
        McpJson.read(
            JsonObject.class,
            authorization.requests("/register").get(0).body().getBytes(StandardCharsets.UTF_8));
    assertThat(String.valueOf(body.get("application_type"))).isEqualTo("\"native\"");
    assertThat(String.valueOf(body.get("grant_types")))
        .isEqualTo("[\"authorization_code\",\"refresh_token\"]");
    assertThat(String.valueOf(body.get("redirect_uris"))).isEqualTo("[\"" + REDIRECT_URI + "\"]");
  }

  @Test
  void a11RefusedRedirectUriIsNamed() {
    authorization.faults(AuthFault.REDIRECT_URI_REFUSED);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOfSatisfying(
            AuthorizationException.class,
            e -> assertThat(e.error()).isEqualTo("invalid_redirect_uri"))
        .hasMessageContaining(REDIRECT_URI)
        .hasMessageContaining("native clients only");
  }

  @Test
  void registrationIsKeptForTheNextSignIn() {
    TokenStore store = TokenStore.inMemory();
    OAuthAuthorizer authorizer = builder().store(store).build();
    McpClient client = client(authorizer, REVISION);
    client.call("read").result();
    authorization.revokeTokens();

    client.call("read").result();

    assertThat(authorization.requests("/authorize")).hasSize(2);
    assertThat(authorization.requests("/register")).hasSize(1);
    assertThat(store.registration(authorization.issuer())).isNotNull();
  }

  @Test
  void a13MovedServerMeansNewRegistrationAndNoOldCredentials() {
    TestAuthorizationServer second = closing(TestAuthorizationServer.start());
    authorization.client("taken", "");
    McpClient client = client(builder());
    client.call("read").result();
    server.moveTo(second);

    client.call("read").result();

    assertThat(second.requests("/register")).hasSize(1);
    String old = authorizationRequest().parameter("client_id");
    String token = authorization.secrets().get(authorization.secrets().size() - 1);
    assertThat(second.requests())
        .noneMatch(request -> request.toString().contains(token))
        .hasSizeGreaterThan(3);
    assertThat(old).isEqualTo("client-1");
    assertThat(authorization.requests("/token")).hasSize(1);
  }

  @Test
  void a13KnownCredentialsAreNotSentToAnotherServer() {
    TestAuthorizationServer second = closing(TestAuthorizationServer.start());
    OAuthAuthorizer.Builder builder =
        OAuthAuthorizer.builder(server.uri())
            .client(known())
            .userAgent(UserAgent.headless(REDIRECT_URI));
    McpClient client = client(builder);
    client.call("read").result();
    server.moveTo(second);

    assertThatThrownBy(() -> client.call("read").result())
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("expected credentials for " + second.issuer())
        .hasMessageContaining(authorization.issuer());
    assertThat(second.requests("/authorize")).isEmpty();
  }

  @Test
  void a13CredentialsWithoutIssuerStayWithTheFirst() {
    TestAuthorizationServer second = closing(TestAuthorizationServer.start());
    OAuthAuthorizer.Builder builder =
        OAuthAuthorizer.builder(server.uri())
            .client(known().forFirstIssuer())
            .userAgent(UserAgent.headless(REDIRECT_URI));
    McpClient client = client(builder);
    client.call("read").result();
    server.moveTo(second);

    assertThatThrownBy(() -> client.call("read").result())
        .isInstanceOf(AuthorizationException.class);
    assertThat(second.requests("/authorize")).isEmpty();
  }

  @Test
  void a13DocumentGoesToEveryServer() {
    TestAuthorizationServer second = closing(TestAuthorizationServer.start());
    second.clientIdDocuments(true);
    authorization.clientIdDocuments(true);
    McpClient client = client(builder().clientIdDocument(DOCUMENT));
    client.call("read").result();
    server.moveTo(second);

    client.call("read").result();

    assertThat(second.requests("/authorize").get(0).parameter("client_id")).isEqualTo(DOCUMENT);
    assertThat(second.requests("/register")).isEmpty();
  }

  @Test
  void a14SecretIsSentInTheHeader() {
    authorization.authenticationMethods("client_secret_basic");

    call("read");

    assertThat(tokenRequest().header("authorization")).startsWith("Basic ");
    assertThat(tokenRequest().parameters()).doesNotContainKey("client_secret");
  }

  @Test
  void a14SecretIsSentInTheBody() {
    authorization.authenticationMethods("client_secret_post");

    call("read");

    assertThat(tokenRequest().parameters()).containsKeys("client_id", "client_secret");
    assertThat(tokenRequest().headers()).doesNotContainKey("authorization");
  }

  @Test
  void a14PublicClientSendsItsIdAlone() {
    call("read");

    assertThat(tokenRequest().parameters())
        .containsKey("client_id")
        .doesNotContainKey("client_secret");
    assertThat(tokenRequest().headers()).doesNotContainKey("authorization");
  }

  @Test
  void a14SecretIsEncodedBeforeItIsJoined() {
    authorization.authenticationMethods("client_secret_basic").client("a:b", "s%: +\u00e4");

    client(
            builder()
                .client(RegisteredClient.withSecret(authorization.issuer(), "a:b", "s%: +\u00e4")))
        .call("read")
        .result();

    String header = String.valueOf(tokenRequest().header("authorization"));
    assertThat(new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8))
        .isEqualTo("a%3Ab:s%25%3A+%2B%C3%A4");
  }

  @Test
  void a14NoCommonMethodIsSaid() {
    authorization.authenticationMethods("tls_client_auth");

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("[tls_client_auth]");
  }
}
