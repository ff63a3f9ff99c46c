/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.ClientCredentials;
import dev.mcp4j.client.auth.ClientIdDocument;
import dev.mcp4j.client.auth.ClientMetadata;
import dev.mcp4j.client.auth.FileTokenStore;
import dev.mcp4j.client.auth.OAuthAuthorizer;
import dev.mcp4j.client.auth.RegisteredClient;
import dev.mcp4j.client.auth.TokenStore;
import dev.mcp4j.client.auth.UrlPolicy;
import dev.mcp4j.client.auth.UserAgent;
import dev.mcp4j.client.legacy.OlderAuthorization;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.auth.AuthFault;
import dev.mcp4j.testkit.auth.TestAuthorizationServer;
import dev.mcp4j.testkit.auth.TestProtectedServer;
import java.net.URI;
import java.nio.file.Path;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of protected servers, with the servers of the test kit. */
class AuthorizedClientsTest {
  private static final URI SERVER = URI.create("https://mcp.example.com/mcp");

  static McpClient browser(URI server) {
    // @start region="browser"
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(server)
            .clientIdDocument("https://app.example.com/mcp-client.json")
            .registration(ClientMetadata.ofNative("My App"))
            .build();
    HttpOptions options = HttpOptions.builder(server).authorizer(authorizer).build();
    McpClient client = McpClient.builder().http(options).build();
    // @end region="browser"
    return client;
  }

  // @start region="robot"
  static OAuthAuthorizer robot(URI server, String issuer, String secret) {
    return OAuthAuthorizer.builder(server)
        .client(RegisteredClient.withSecret(issuer, "nightly-job", secret))
        .grant(ClientCredentials.grant())
        .build();
  }

  // @end region="robot"

  static OAuthAuthorizer known(URI server) {
    // @start region="known"
    return OAuthAuthorizer.builder(server)
        .client(RegisteredClient.of("https://login.example.com", "my-app"))
        .build();
    // @end region="known"
  }

  static OAuthAuthorizer guarded(URI server) {
    // @start region="policy"
    return OAuthAuthorizer.builder(server)
        .clientIdDocument("https://app.example.com/mcp-client.json")
        .urlPolicy(UrlPolicy.builder().allowHost("sso.corp.example.com").build())
        .build();
    // @end region="policy"
  }

  static OAuthAuthorizer older(URI server) {
    // @start region="older"
    return OAuthAuthorizer.builder(server)
        .registration(ClientMetadata.ofNative("My App"))
        .fallback(OlderAuthorization.fallback())
        .build();
    // @end region="older"
  }

  @Test
  void clientsOfEveryKindCanBeMade() {
    try (McpClient client = browser(SERVER);
        OAuthAuthorizer known = known(SERVER);
        OAuthAuthorizer guarded = guarded(SERVER);
        OAuthAuthorizer older = older(SERVER)) {
      assertThat(client).isNotNull();
      assertThat(known.partition() + guarded.partition() + older.partition()).isEmpty();
    }
  }

  @Test
  void documentIsMade() {
    // @start region="document"
    ClientIdDocument document =
        ClientIdDocument.of(
            "https://app.example.com/mcp-client.json",
            ClientMetadata.ofNative("My App").withRedirectUris("http://127.0.0.1/callback"));
    String json = document.members().toString();
    // @end region="document"
    assertThat(json).startsWith("{\"client_id\":\"https://app.example.com/mcp-client.json\"");
  }

  @Test
  void tokensAreKeptInAFile(@TempDir Path folder) throws Exception {
    KeyGenerator keys = KeyGenerator.getInstance("AES");
    keys.init(256);
    SecretKey key = keys.generateKey();
    // @start region="store"
    TokenStore store = FileTokenStore.open(folder.resolve("tokens"), key);
    OAuthAuthorizer authorizer =
        OAuthAuthorizer.builder(SERVER)
            .registration(ClientMetadata.ofNative("My App"))
            .store(store)
            .build();
    // @end region="store"
    assertThat(authorizer.partition()).isEmpty();
  }

  // @start region="world"
  @Test
  void toolIsCalledAfterSigningIn() {
    McpServer tools =
        McpServer.named("notes", "1").tool("read", t -> t.handle((in, call) -> "Hello.")).build();
    try (TestAuthorizationServer login = TestAuthorizationServer.start();
        TestProtectedServer server =
            TestProtectedServer.start(tools, login).challengedScope("notes.read");
        OAuthAuthorizer authorizer =
            OAuthAuthorizer.builder(server.uri())
                .registration(ClientMetadata.ofNative("test"))
                .userAgent(UserAgent.headless("http://localhost:3000/callback"))
                .build();
        McpClient client =
            McpClient.builder()
                .http(HttpOptions.builder(server.uri()).authorizer(authorizer).build())
                .build()) {
      assertThat(client.call("read").as(String.class)).isEqualTo("Hello.");
      assertThat(login.requests("/authorize").get(0).parameter("scope")).isEqualTo("notes.read");
    }
  }

  // @end region="world"

  @Test
  void robotIsToldWhyItGetsNoToken() {
    McpServer tools =
        McpServer.named("jobs", "1").tool("run", t -> t.handle((in, call) -> "done")).build();
    try (TestAuthorizationServer login =
            TestAuthorizationServer.start()
                .client("nightly-job", "s3cret")
                .authenticationMethods("client_secret_basic");
        TestProtectedServer server = TestProtectedServer.start(tools, login);
        OAuthAuthorizer authorizer = robot(server.uri(), login.issuer(), "s3cret");
        McpClient client =
            McpClient.builder()
                .http(HttpOptions.builder(server.uri()).authorizer(authorizer).build())
                .build()) {
      assertThat(client.call("run").as(String.class)).isEqualTo("done");

      login.revokeTokens();
      login.faults(AuthFault.TOKEN_REFUSED);
      String why = "";
      // @start region="failure"
      try {
        client.call("run").result();
      } catch (AuthorizationException e) {
        why = e.error(); // such as invalid_grant or access_denied; null for what the client found
      }
      // @end region="failure"
      assertThat(why).isEqualTo("invalid_grant");
    }
  }
}
