/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

class ClientIdDocumentTest {
  private static final String URL = "https://app.example.com/client.json";
  private static final ClientMetadata METADATA =
      ClientMetadata.ofNative("App").withRedirectUris("http://127.0.0.1/callback");

  @Test
  void a10DocumentHoldsItsOwnUrlNameAndRedirectUris() {
    JsonObject document = ClientIdDocument.of(URL, METADATA).members();

    assertThat(Members.string(document, "client_id")).isEqualTo(URL);
    assertThat(Members.string(document, "client_name")).isEqualTo("App");
    assertThat(Members.strings(document, "redirect_uris"))
        .containsExactly("http://127.0.0.1/callback");
    assertThat(ClientIdDocument.problems(URL, document)).isEmpty();
  }

  @Test
  void a12DocumentAsksForRefreshTokens() {
    assertThat(Members.strings(ClientIdDocument.of(URL, METADATA).members(), "grant_types"))
        .contains("refresh_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example.com/client.json",
        "https://app.example.com",
        "https://app.example.com/",
        "https://app.example.com/a/../client.json",
        "https://app.example.com/c#f",
        "https://u@app.example.com/c",
        "no url"
      })
  void a10ClientIdIsHttpsUrlWithPath(String url) {
    assertThatThrownBy(() -> ClientIdDocument.of(url, METADATA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a10ProblemsOfAForeignDocumentAreFound() {
    JsonObject document =
        new JsonObject(
            ClientIdDocument.of(URL, METADATA)
                .members()
                .node()
                .deepCopy()
                .put("client_id", URL + "/")
                .put("client_name", " ")
                .put("client_secret", "x")
                .put("token_endpoint_auth_method", "private_key_jwt"));

    assertThat(ClientIdDocument.problems(URL, document))
        .containsExactly(
            "expected client_id to be " + URL + ", was " + URL + "/",
            "expected a client_name",
            "a public document must hold no client_secret",
            "expected jwks_uri or jwks for private_key_jwt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://app.example.com/cb", "javascript:alert(1)", "app:/cb"})
  void a19RedirectUriIsHttpsOrLoopback(String uri) {
    assertThatThrownBy(() -> ClientIdDocument.of(URL, METADATA.withRedirectUris(uri)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redirect_uris");
  }

  @Test
  void a10SigningClientNamesItsKeys() {
    JsonObject document =
        ClientIdDocument.ofSigning(URL, METADATA, "https://app.example.com/jwks").members();

    assertThat(document.get("jwks_uri"))
        .isEqualTo(StringNode.valueOf("https://app.example.com/jwks"));
  }

  @Test
  void a10HandlerServesTheDocument() throws Exception {
    ClientIdDocument document = ClientIdDocument.of(URL, METADATA);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/client.json", document.handler());
    server.start();
    try {
      URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/client.json");
      HttpClient client = HttpClient.newHttpClient();
      HttpResponse<byte[]> got =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
      HttpResponse<byte[]> posted =
          client.send(
              HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
              HttpResponse.BodyHandlers.ofByteArray());

      assertThat(got.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(McpJson.read(JsonObject.class, got.body())).isEqualTo(document.members());
      assertThat(posted.statusCode()).isEqualTo(405);
    } finally {
      server.stop(0);
    }
  }
}
