/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Registers the client with an authorization server.
 *
 * <p>Specification: RFC 7591.
 */
final class Registrar {
  private static final String ENDPOINT = "registration_endpoint";

  /** What the client can do after a registration, the preferred way first. */
  private static final List<String> METHODS =
      List.of("none", "client_secret_basic", "client_secret_post");

  private final AuthHttp http;

  Registrar(AuthHttp http) {
    this.http = http;
  }

  static boolean isPossible(AuthorizationServerMetadata server) {
    return server.has(ENDPOINT);
  }

  TokenStore.Registration register(
      AuthorizationServerMetadata server, ClientMetadata metadata, String redirectUri)
      throws InterruptedException {
    ClientMetadata complete =
        metadata.redirectUris().isEmpty() ? metadata.withRedirectUris(redirectUri) : metadata;
    String method = method(server);
    URI endpoint = server.endpoint(ENDPOINT);
    String body = new String(McpJson.write(complete.toJson(method)), StandardCharsets.UTF_8);
    AuthHttp.Answer answer = http.post(endpoint, "application/json", body, Map.of());
    JsonObject json = answer.json();
    if (answer.status() != 201 && answer.status() != 200) {
      throw OAuthErrors.of(
          "the registration at %s with redirect URI %s"
              .formatted(UrlPolicy.show(endpoint), complete.redirectUris()),
          answer.status(),
          json,
          List.of());
    }
    String clientId = json == null ? null : Members.string(json, "client_id");
    if (json == null || clientId == null || clientId.isEmpty()) {
      throw new AuthorizationException(
          "expected client_id in the response of %s, found none"
              .formatted(UrlPolicy.show(endpoint)));
    }
    String secret = Members.string(json, "client_secret");
    String assigned = Members.string(json, "token_endpoint_auth_method");
    return new TokenStore.Registration(
        clientId,
        secret,
        expiry(json.get("client_secret_expires_at")),
        assigned == null ? method : assigned,
        complete.redirectUris());
  }

  static RegisteredClient client(String issuer, TokenStore.Registration registration) {
    return RegisteredClient.of(
        issuer, registration.clientId(), authentication(issuer, registration));
  }

  private static ClientAuthentication authentication(
      String issuer, TokenStore.Registration registration) {
    String secret = registration.clientSecret();
    return switch (registration.authenticationMethod()) {
      case "none" -> ClientAuthentication.none();
      case "client_secret_basic" -> ClientAuthentication.secretBasic(required(issuer, secret));
      case "client_secret_post" -> ClientAuthentication.secretPost(required(issuer, secret));
      default ->
          throw new AuthorizationException(
              "%s registered the client for authentication by %s, it can do %s"
                  .formatted(issuer, registration.authenticationMethod(), METHODS));
    };
  }

  private static String required(String issuer, @Nullable String secret) {
    if (secret == null) {
      throw new AuthorizationException(
          "%s registered the client for authentication by a secret and gave it none"
              .formatted(issuer));
    }
    return secret;
  }

  private static String method(AuthorizationServerMetadata server) {
    List<String> supported = server.strings("token_endpoint_auth_methods_supported");
    if (supported == null) {
      return METHODS.get(0);
    }
    return METHODS.stream()
        .filter(supported::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new AuthorizationException(
                    "%s supports client authentication by %s, the client can do %s"
                        .formatted(server.issuer(), supported, METHODS)));
  }

  private static @Nullable Instant expiry(@Nullable JsonNode seconds) {
    return seconds == null || !seconds.canConvertToLong() || seconds.longValue() <= 0
        ? null
        : Instant.ofEpochSecond(Math.min(seconds.longValue(), 253_402_300_799L));
  }
}
