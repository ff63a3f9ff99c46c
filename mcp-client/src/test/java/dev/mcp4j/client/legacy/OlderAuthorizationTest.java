/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.AuthorizationServerMetadata;
import java.net.URI;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class OlderAuthorizationTest {
  private static final URI SERVER = URI.create("https://mcp.example.com:8443/v1/mcp");
  private static final String ORIGIN = "https://mcp.example.com:8443";

  private static JsonObject document(String issuer) {
    return new JsonObject(JsonNodeFactory.instance.objectNode().put("issuer", issuer));
  }

  @Test
  void a5MetadataIsAtTheRootOfTheServer() throws Exception {
    JsonObject document = document(ORIGIN);

    AuthorizationServerMetadata found =
        OlderAuthorization.fallback()
            .find(
                SERVER,
                url ->
                    url.toString().equals(ORIGIN + "/.well-known/oauth-authorization-server")
                        ? document
                        : null);

    assertThat(found).isEqualTo(new AuthorizationServerMetadata(ORIGIN, document));
  }

  @Test
  void a5EndpointsHaveDefaults() throws Exception {
    AuthorizationServerMetadata found = OlderAuthorization.fallback().find(SERVER, url -> null);

    assertThat(found.issuer()).isEqualTo(ORIGIN);
    assertThat(found.tokenEndpoint()).isEqualTo(URI.create(ORIGIN + "/token"));
    assertThat(found.endpoint("authorization_endpoint"))
        .isEqualTo(URI.create(ORIGIN + "/authorize"));
    assertThat(found.endpoint("registration_endpoint")).isEqualTo(URI.create(ORIGIN + "/register"));
  }

  @Test
  void a5MetadataOfAnotherIssuerIsRefused() {
    assertThatThrownBy(
            () ->
                OlderAuthorization.fallback()
                    .find(SERVER, url -> document("https://evil.example.com")))
        .isInstanceOf(AuthorizationException.class);
  }
}
