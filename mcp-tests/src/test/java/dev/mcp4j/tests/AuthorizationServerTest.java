/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.testkit.auth.TestAuthorizationServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** B11: the authorization server of the kit does what the specification asks of one. */
@Timeout(60)
class AuthorizationServerTest {
  private static final String REDIRECT_URI = "http://127.0.0.1:4711/callback";
  private static final String RESOURCE = "https://mcp.example.com/mcp";
  private static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

  private final TestAuthorizationServer server =
      TestAuthorizationServer.start().registration(true).refreshTokens(true);
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @AfterEach
  void stop() {
    server.close();
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> get(String pathAndQuery) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.issuer() + pathAndQuery)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.issuer() + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> token(Map<String, String> parameters) throws Exception {
    return post("/token", "application/x-www-form-urlencoded", form(parameters));
  }

  private static String text(HttpResponse<String> response, String member) {
    return JsonMapper.shared().readTree(response.body()).path(member).asString();
  }

  private String registered() throws Exception {
    HttpResponse<String> response =
        post(
            "/register",
            "application/json",
            "{\"redirect_uris\":[\"" + REDIRECT_URI + "\"],\"application_type\":\"native\"}");
    return text(response, "client_id");
  }

  private HttpResponse<String> authorized(String clientId, String redirectUri) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
    return get(
        "/authorize?"
            + form(
                Map.of(
                    "response_type",
                    "code",
                    "client_id",
                    clientId,
                    "redirect_uri",
                    redirectUri,
                    "state",
                    "s",
                    "code_challenge",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                    "code_challenge_method",
                    "S256",
                    "resource",
                    RESOURCE)));
  }

  private static String parameter(HttpResponse<String> redirect, String name) {
    String location = redirect.headers().firstValue("Location").orElseThrow();
    return location.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  @Test
  void b11MetadataSaysThatThereIsPkceAndAnIssuerInResponses() throws Exception {
    HttpResponse<String> response = get("/.well-known/oauth-authorization-server");
    JsonNode metadata = JsonMapper.shared().readTree(response.body());

    assertThat(metadata.path("issuer").asString()).isEqualTo(server.issuer());
    assertThat(metadata.path("code_challenge_methods_supported").toString()).contains("\"S256\"");
    assertThat(metadata.path("authorization_response_iss_parameter_supported").asBoolean())
        .isTrue();
  }

  @Test
  void b11ResponseNamesItsIssuer() throws Exception {
    HttpResponse<String> response = authorized(registered(), REDIRECT_URI);

    assertThat(response.statusCode()).isBetween(300, 399);
    assertThat(parameter(response, "iss")).isEqualTo(URLEncoder.encode(server.issuer(), UTF_8));
  }

  @Test
  void b11RedirectUrisAreComparedExactly() throws Exception {
    String client = registered();

    for (String other :
        new String[] {REDIRECT_URI + "/", REDIRECT_URI + "?a=b", "https://evil.example.com/"}) {
      HttpResponse<String> response = authorized(client, other);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void b11RefreshTokensOfPublicClientsAreUsedOnce() throws Exception {
    String client = registered();
    HttpResponse<String> first =
        token(
            Map.of(
                "grant_type", "authorization_code",
                "code", parameter(authorized(client, REDIRECT_URI), "code"),
                "redirect_uri", REDIRECT_URI,
                "client_id", client,
                "code_verifier", VERIFIER,
                "resource", RESOURCE));
    Map<String, String> refresh =
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            text(first, "refresh_token"),
            "client_id",
            client,
            "resource",
            RESOURCE);

    HttpResponse<String> second = token(refresh);
    HttpResponse<String> again = token(refresh);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(text(second, "refresh_token")).isNotEqualTo(text(first, "refresh_token"));
    assertThat(again.statusCode()).isEqualTo(400);
  }
}
