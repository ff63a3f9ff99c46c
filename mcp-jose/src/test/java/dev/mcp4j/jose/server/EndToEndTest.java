/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWK;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.ClientAuthentication;
import dev.mcp4j.client.auth.ClientCredentials;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.jose.DpopKey;
import dev.mcp4j.jose.SigningAlgorithm;
import dev.mcp4j.jose.SigningKey;
import dev.mcp4j.jose.client.DpopProof;
import dev.mcp4j.jose.client.EnterpriseManaged;
import dev.mcp4j.jose.client.PrivateKeyJwt;
import dev.mcp4j.jose.client.WorkloadIdentity;
import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.SealedNonces;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.auth.IdentityFault;
import dev.mcp4j.testkit.auth.TestIdentityProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our client, an authorization server and our server, over HTTP. */
@Timeout(60)
class EndToEndTest {
  private final TestIssuer issuer = new TestIssuer();
  private final McpServer server =
      McpServer.named("who", "1")
          .tool("who", tool -> tool.handle((none, call) -> "I am " + call.caller().principal()))
          .build();
  private HttpServerHandle http;

  /**
   * Whatever a test is about, it must leave none of its tokens, assertions and proofs in the log.
   */
  @AfterEach
  void close() throws IOException {
    if (http != null) {
      http.close();
    }
    server.close();
    issuer.close();
    String log = Files.readString(Path.of("target/test-log.txt"));
    assertThat(issuer.secrets.stream().filter(secret -> secret.length() > 30))
        .isNotEmpty()
        .noneMatch(log::contains);
  }

  private URI serve(UnaryOperator<ResourceServer.Builder> more) {
    ResourceServer.Builder protection =
        ResourceServer.builder(
                "http://127.0.0.1:0/mcp",
                JwtVerifier.of(issuer.issuer(), ProtectedServer.keys(Keys.EC)))
            .authorizationServer(issuer.issuer())
            .requires("notes.read");
    http =
        server.serveHttp(
            HttpOptions.builder(0).authorization(more.apply(protection).build()).build());
    return http.uri();
  }

  private static McpClient client(URI uri, OAuthAuthorizer authorizer) {
    return McpClient.builder()
        .http(dev.mcp4j.client.transport.HttpOptions.builder(uri).authorizer(authorizer).build())
        .build();
  }

  private RegisteredClient registered() {
    return RegisteredClient.of(
        issuer.issuer(), "agent", PrivateKeyJwt.of(SigningKey.ofJwk(Keys.CLIENT.toJSONString())));
  }

  private static String who(McpClient client) {
    return client.call("who").as(String.class);
  }

  @Test
  void cc1AgentSignsInWithItsKey() {
    URI uri = serve(protection -> protection);
    try (OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(uri)
                .client(registered())
                .grant(ClientCredentials.grant())
                .build();
        McpClient client = client(uri, authorizer)) {
      assertThat(who(client)).isEqualTo("I am agent");
      assertThat(who(client)).isEqualTo("I am agent");
    }
    assertThat(issuer.grants).containsExactly("client_credentials");
  }

  @Test
  void d4BothServersAskForTheirNonces() {
    issuer.nonce = "nonce-of-the-issuer";
    URI uri = serve(EndToEndTest::withProofs);
    DpopProof proof = DpopProof.create();
    try (OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(uri)
                .client(registered())
                .grant(ClientCredentials.grant())
                .proof(proof)
                .build();
        McpClient client = client(uri, authorizer)) {
      assertThat(who(client)).isEqualTo("I am agent");
      assertThat(issuer.grants).containsExactly("client_credentials", "client_credentials");

      proof.rotate(DpopKey.generate(SigningAlgorithm.ES256));

      assertThat(who(client)).isEqualTo("I am agent");
      assertThat(issuer.grants).hasSize(2);
    }
  }

  private static ResourceServer.Builder withProofs(ResourceServer.Builder protection) {
    SealedNonces nonces = SealedNonces.of(KeyRing.of(new byte[32]));
    return protection.requireProofs(DpopVerifier.builder().nonces(nonces).build());
  }

  @Test
  void d5TokenThatIsNotBoundIsRefusedByTheServer() {
    URI uri = serve(EndToEndTest::withProofs);
    try (OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(uri)
                .client(registered())
                .grant(ClientCredentials.grant())
                .build();
        McpClient client = client(uri, authorizer)) {
      assertThatExceptionOfType(AuthorizationException.class)
          .isThrownBy(() -> who(client))
          .withMessageContaining("refused 3 tokens");
    }
  }

  @Test
  void e4SignInAtTheProviderIsAllAUserDoes() {
    try (TestIdentityProvider provider = TestIdentityProvider.start()) {
      URI uri = serve(protection -> protection);
      issuer.trust(provider, uri.toString());
      try (OAuthAuthorizer authorizer = signedIn(uri, provider);
          McpClient client = client(uri, authorizer)) {
        assertThat(who(client)).isEqualTo("I am ada");
      }
      assertThat(issuer.grants).containsExactly("jwt-bearer");
      issuer.secrets.addAll(provider.secrets());
    }
  }

  @ParameterizedTest
  @EnumSource(IdentityFault.class)
  void e8FaultOfTheProviderGivesNobodyAToken(IdentityFault fault) {
    try (TestIdentityProvider provider = TestIdentityProvider.start().faults(fault)) {
      URI uri = serve(protection -> protection);
      issuer.trust(provider, uri.toString());
      try (OAuthAuthorizer authorizer = signedIn(uri, provider);
          McpClient client = client(uri, authorizer)) {
        if (fault == IdentityFault.SAME_ID) {
          // One assertion is no fault yet; the second one is the first once more.
          assertThat(who(client)).isEqualTo("I am ada");
          authorizer.signOut();
        }
        assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> who(client));
      }
      issuer.secrets.addAll(provider.secrets());
    }
  }

  private OAuthAuthorizer signedIn(URI uri, TestIdentityProvider provider) {
    provider.client("agent-at-sso", "the-secret-of-the-agent-at-the-provider");
    EnterpriseManaged grant =
        EnterpriseManaged.builder(
                provider.issuer(), provider.tokenEndpoint(), () -> provider.signIn("ada"))
            .client(
                "agent-at-sso",
                ClientAuthentication.secretBasic("the-secret-of-the-agent-at-the-provider"))
            .build();
    return OAuthAuthorizer.builder(uri).client(registered()).grant(grant).build();
  }

  @Test
  void w1TokenOfThePlatformIsEnough() {
    URI uri = serve(protection -> protection);
    try (OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(uri)
                .client(RegisteredClient.anonymous())
                .grant(WorkloadIdentity.of(audience -> issuer.platformToken()))
                .build();
        McpClient client = client(uri, authorizer)) {
      assertThat(who(client)).isEqualTo("I am workload-7");
    }
    assertThat(issuer.grants).containsExactly("jwt-bearer");
  }

  @Test
  void w3RefusedTokenIsNotSentAgain() {
    URI uri = serve(protection -> protection);
    try (OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(uri)
                .client(RegisteredClient.anonymous())
                .grant(WorkloadIdentity.of(audience -> "an-expired-token-of-the-platform"))
                .build();
        McpClient client = client(uri, authorizer)) {
      assertThatExceptionOfType(AuthorizationException.class)
          .isThrownBy(() -> who(client))
          .satisfies(e -> assertThat(e.error()).isEqualTo("invalid_grant"))
          .withMessageContaining("invalid_grant");
    }
    assertThat(issuer.grants).containsExactly("jwt-bearer");
  }

  static Stream<Arguments> w5OnlyKnownWorkloadsOfTrustedPlatformsGetATokenOnce() {
    return Stream.of(
        platform(
            "another platform", jwt -> jwt.claim("iss", "https://other.example"), Keys.OTHER_EC),
        platform("another key", jwt -> jwt, Keys.THIEF),
        platform(
            "another audience", jwt -> jwt.claim("aud", "https://other.example"), Keys.OTHER_EC),
        platform("another workload", jwt -> jwt.claim("sub", "workload-8"), Keys.OTHER_EC),
        platform("no end", jwt -> jwt.claim("exp", null), Keys.OTHER_EC));
  }

  private static Arguments platform(String what, UnaryOperator<Jwt> change, JWK key) {
    return Arguments.of(what, change, key);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void w5OnlyKnownWorkloadsOfTrustedPlatformsGetATokenOnce(
      String what, UnaryOperator<Jwt> change, JWK key) {
    URI uri = serve(protection -> protection);
    try (OAuthAuthorizer authorizer = workload(uri, () -> issuer.platformToken(change, key));
        McpClient client = client(uri, authorizer)) {
      assertThatExceptionOfType(AuthorizationException.class)
          .isThrownBy(() -> who(client))
          .satisfies(e -> assertThat(e.error()).isEqualTo("invalid_grant"));
    }
  }

  @Test
  void w5TokenOfThePlatformIsGoodOnce() {
    URI uri = serve(protection -> protection);
    try (OAuthAuthorizer authorizer = workload(uri, issuer::platformToken);
        McpClient client = client(uri, authorizer)) {
      assertThat(who(client)).isEqualTo("I am workload-7");
      authorizer.signOut();

      assertThatExceptionOfType(AuthorizationException.class)
          .isThrownBy(() -> who(client))
          .satisfies(e -> assertThat(e.error()).isEqualTo("invalid_grant"));
    }
  }

  private static OAuthAuthorizer workload(URI uri, Supplier<String> token) {
    return OAuthAuthorizer.builder(uri)
        .client(RegisteredClient.anonymous())
        .grant(WorkloadIdentity.of(audience -> token.get()))
        .build();
  }
}
