/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {
  @Test
  void a2PathComesBeforeRoot() {
    assertThat(Discovery.resourceUrls(URI.create("https://h/public/mcp?x=1")))
        .containsExactly(
            URI.create("https://h/.well-known/oauth-protected-resource/public/mcp"),
            URI.create("https://h/.well-known/oauth-protected-resource"));
    assertThat(Discovery.resourceUrls(URI.create("https://h:1/")))
        .containsExactly(URI.create("https://h:1/.well-known/oauth-protected-resource"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/mcp, https://h/mcp, true",
    "https://h/mcp, HTTPS://H:443/mcp, true",
    "https://h, https://h/mcp, true",
    "https://h/, https://h/mcp, true",
    "https://h/a, https://h/a/mcp, true",
    "https://h/a/, https://h/a/mcp, true",
    "https://h/mc, https://h/mcp, false",
    "https://h/mcp/x, https://h/mcp, false",
    "https://h/MCP, https://h/mcp, false",
    "https://h/a/../mcp, https://h/a/../mcp/x, false",
    "http://h/mcp, https://h/mcp, false",
    "https://h:8443/mcp, https://h/mcp, false",
    "https://evil.example/mcp, https://h/mcp, false",
    "https://u@h/mcp, https://h/mcp, false",
    "https://h/mcp#f, https://h/mcp, false",
    "https://h/mcp?a=1, https://h/mcp, false",
    "no url, https://h/mcp, false",
    "mailto:h, https://h/mcp, false"
  })
  void a4ResourceIsTheServerOrOneAboveIt(String resource, String server, boolean covers) {
    assertThat(Discovery.covers(resource, URI.create(server))).isEqualTo(covers);
  }

  @Test
  void a6IssuerWithPathHasThreePlacesAndNoneAtTheRoot() {
    assertThat(Discovery.serverUrls("https://h/t/u"))
        .containsExactly(
            URI.create("https://h/.well-known/oauth-authorization-server/t/u"),
            URI.create("https://h/.well-known/openid-configuration/t/u"),
            URI.create("https://h/t/u/.well-known/openid-configuration"));
  }

  @Test
  void a6IssuerWithoutPathHasTwoPlaces() {
    assertThat(Discovery.serverUrls("https://h:1/"))
        .containsExactly(
            URI.create("https://h:1/.well-known/oauth-authorization-server"),
            URI.create("https://h:1/.well-known/openid-configuration"));
  }

  @Test
  void a6IssuerWithQueryOrFragmentIsRefused() {
    assertThatThrownBy(() -> Discovery.serverUrls("https://h/?x=1"))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> Discovery.serverUrls("https://h/#x"))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> Discovery.serverUrls("not absolute"))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void a15IdentifierOfServerWithoutMetadataIsCanonical() {
    assertThat(Discovery.canonical(URI.create("HTTPS://Mcp.Example.COM/")))
        .isEqualTo("https://mcp.example.com");
    assertThat(Discovery.canonical(URI.create("https://h:8443/Server/mcp?x=1")))
        .isEqualTo("https://h:8443/Server/mcp");
  }
}
