/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.testkit.auth.AuthFault;
import dev.mcp4j.testkit.auth.AuthRequest;
import dev.mcp4j.testkit.auth.TestAuthorizationServer;
import dev.mcp4j.testkit.auth.TestProtectedServer.MetadataPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest extends AuthWorld {
  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  private List<String> metadataPaths() {
    return server.requests().stream()
        .map(AuthRequest::path)
        .filter(path -> !path.equals("/mcp"))
        .toList();
  }

  private List<String> authorizationPaths() {
    return authorization.requests().stream()
        .map(AuthRequest::path)
        .filter(path -> path.contains(".well-known"))
        .toList();
  }

  @Test
  void a1ChallengeOfAnotherSchemeStillTellsWhereTheMetadataIs() {
    server.scheme("DPoP").metadataAt(MetadataPlace.ELSEWHERE, true);

    assertThat(call("read")).isEqualTo("read");
    assertThat(metadataPaths()).containsExactly("/custom/metadata.json");
  }

  @ParameterizedTest
  @CsvSource({
    "AT_PATH, true, /.well-known/oauth-protected-resource/mcp",
    "AT_PATH, false, /.well-known/oauth-protected-resource/mcp",
    "AT_ROOT, true, /.well-known/oauth-protected-resource",
    "ELSEWHERE, true, /custom/metadata.json"
  })
  void a2MetadataIsFoundAtOnce(MetadataPlace place, boolean advertised, String path) {
    server.metadataAt(place, advertised);

    assertThat(call("read")).isEqualTo("read");
    assertThat(metadataPaths()).containsExactly(path);
  }

  @Test
  void a2RootIsAskedAfterThePath() {
    server.metadataAt(MetadataPlace.AT_ROOT, false);

    assertThat(call("read")).isEqualTo("read");
    assertThat(metadataPaths()).containsExactly(WELL_KNOWN + "/mcp", WELL_KNOWN);
  }

  @Test
  void a3MetadataWithoutAuthorizationServersIsRefused() {
    server.faults(AuthFault.NO_AUTHORIZATION_SERVERS);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("authorization_servers");
  }

  @Test
  void a3ApplicationChoosesAmongTheNamedServersOnly() {
    assertThat(client(builder().selectServer(servers -> servers.get(0))).call("read").result())
        .isNotNull();
    assertThatThrownBy(
            () ->
                client(builder().selectServer(servers -> "https://evil.example.com"))
                    .call("read")
                    .result())
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("https://evil.example.com was selected");
  }

  @Test
  void a4MetadataOfAnotherResourceStopsTheFlow() {
    server.faults(AuthFault.OTHER_RESOURCE);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("https://evil.example.com/mcp");
    assertThat(authorization.requests()).isEmpty();
  }

  @Test
  void a5ServerWithoutMetadataIsRefusedUnlessAFallbackIsConfigured() {
    server.metadataAt(MetadataPlace.NONE, false);

    assertThatThrownBy(() -> call("read")).isInstanceOf(AuthorizationException.class);
    assertThat(authorization.requests()).isEmpty();
    assertThat(client(builder().issuer(authorization.issuer())).call("read").as(String.class))
        .isEqualTo("read");
    assertThat(tokenRequest().parameter("resource")).isEqualTo(server.uri().toString());
  }

  @ParameterizedTest
  @CsvSource({"OAUTH, 1", "OPENID_INSERTED, 2", "OPENID_APPENDED, 3"})
  void a6MetadataOfIssuerWithPathIsFoundWithoutAskingTheRoot(
      TestAuthorizationServer.MetadataPlace place, int asked) {
    authorization.path("/tenant").metadataAt(place);

    assertThat(call("read")).isEqualTo("read");
    assertThat(authorizationPaths())
        .isEqualTo(
            List.of(
                    "/.well-known/oauth-authorization-server/tenant",
                    "/.well-known/openid-configuration/tenant",
                    "/tenant/.well-known/openid-configuration")
                .subList(0, asked));
  }

  @Test
  void a6MetadataOfIssuerWithoutPathIsFoundInSecondPlace() {
    authorization.metadataAt(TestAuthorizationServer.MetadataPlace.OPENID_INSERTED);

    assertThat(call("read")).isEqualTo("read");
    assertThat(authorizationPaths())
        .containsExactly(
            "/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @CsvSource({
    "METADATA_OF_OTHER_ISSUER, https://attacker.example.com",
    "NO_CODE_CHALLENGE_METHODS, code_challenge_methods_supported",
    "SCRIPT_AS_AUTHORIZATION_ENDPOINT, authorization_endpoint",
    "OVERSIZED_METADATA, more than 1048576 bytes",
    "ENDLESS_REDIRECTS, redirected more than 3 times",
    "REDIRECT_TO_PRIVATE_NETWORK, 192.168.1.1",
    "PRIVATE_TOKEN_ENDPOINT, 10.0.0.1"
  })
  void a7a8a20a24MetadataThatIsNotToBeUsedIsNotUsed(AuthFault fault, String reason) {
    authorization.faults(fault);

    assertThatThrownBy(() -> call("read"))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining(reason);
    assertThat(authorization.requests("/token")).isEmpty();
    if (fault != AuthFault.PRIVATE_TOKEN_ENDPOINT) {
      assertThat(authorization.requests("/authorize")).isEmpty();
    }
    if (fault == AuthFault.METADATA_OF_OTHER_ISSUER) {
      assertThat(authorization.requests("/register")).isEmpty();
    }
  }
}
