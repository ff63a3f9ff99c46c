/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.auth;

import com.sun.net.httpserver.HttpExchange;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of an authorization server, and what they hand out. */
final class TokenIssuer {
  private record Code(
      String clientId, String redirectUri, String challenge, String resource, String scope) {}

  private record Issued(String clientId, String resource, String scope) {}

  private final TestAuthorizationServer server;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, Issued> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, Issued> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> redirectUris = new ConcurrentHashMap<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  TokenIssuer(TestAuthorizationServer server) {
    this.server = server;
  }

  void revoke() {
    accessTokens.clear();
  }

  List<String> secrets() {
    return secrets;
  }

  @Nullable Set<String> scopesOf(String token, String resource) {
    Issued issued = accessTokens.get(token);
    return issued == null || !issued.resource().equals(resource)
        ? null
        : Set.of(issued.scope().split(" ", -1));
  }

  void authorize(AuthRequest request, HttpExchange exchange) throws IOException {
    String clientId = request.parameters().getOrDefault("client_id", "");
    String redirectUri = request.parameters().getOrDefault("redirect_uri", "");
    Set<String> registered = redirectUris.get(clientId);
    boolean known = server.secretOf(clientId) != null;
    if (!known || (registered != null && !registered.contains(redirectUri))) {
      error(exchange, 400, "invalid_request", "unknown client or redirect URI");
      return;
    }
    StringBuilder location = new StringBuilder(redirectUri).append("?state=");
    String state = request.parameters().getOrDefault("state", "");
    location.append(encode(server.has(AuthFault.OTHER_STATE) ? "other" : state));
    String named = namedIssuer();
    if (named != null) {
      location.append("&iss=").append(encode(named));
    }
    if (server.has(AuthFault.ACCESS_DENIED)
        || server.has(AuthFault.ACCESS_DENIED_BY_OTHER_SERVER)) {
      location.append("&error=access_denied&error_description=the+user+said+no");
    } else {
      String code = secret("code");
      codes.put(
          code,
          new Code(
              clientId,
              redirectUri,
              request.parameters().getOrDefault("code_challenge", ""),
              request.parameters().getOrDefault("resource", ""),
              request.parameters().getOrDefault("scope", "")));
      location.append("&code=").append(encode(code));
    }
    LocalServer.redirect(exchange, location.toString());
  }

  void token(AuthRequest request, HttpExchange exchange) throws IOException {
    if (server.has(AuthFault.TOKEN_REFUSED)) {
      error(exchange, 400, "invalid_grant", "refused: " + request.body());
      return;
    }
    String clientId = authenticated(request);
    if (clientId == null) {
      error(exchange, 401, "invalid_client", "the client is not authenticated");
      return;
    }
    Issued issued =
        switch (request.parameters().getOrDefault("grant_type", "")) {
          case "authorization_code" -> redeemed(request, clientId);
          case "refresh_token" -> refreshed(request, clientId);
          case "client_credentials" ->
              new Issued(
                  clientId,
                  request.parameters().getOrDefault("resource", ""),
                  request.parameters().getOrDefault("scope", ""));
          default -> null;
        };
    if (issued == null || !issued.resource().equals(request.parameter("resource"))) {
      error(exchange, 400, "invalid_grant", "there is nothing to grant a token for");
      return;
    }
    LocalServer.json(exchange, 200, response(issued));
  }

  void register(AuthRequest request, HttpExchange exchange) throws IOException {
    if (server.has(AuthFault.REDIRECT_URI_REFUSED)) {
      error(exchange, 400, "invalid_redirect_uri", "native clients only");
      return;
    }
    JsonObject wanted =
        McpJson.read(JsonObject.class, request.body().getBytes(StandardCharsets.UTF_8));
    JsonNode uris = wanted.get("redirect_uris");
    if (uris == null || wanted.get("application_type") == null) {
      error(exchange, 400, "invalid_client_metadata", "incomplete");
      return;
    }
    String method = server.methods().get(0);
    String clientId = "client-" + count.incrementAndGet();
    ObjectNode json = wanted.node().deepCopy();
    json.put("client_id", clientId).put("token_endpoint_auth_method", method);
    String secret = method.equals("none") ? "" : secret("client-secret");
    if (!secret.isEmpty()) {
      json.put("client_secret", secret);
    }
    redirectUris.put(clientId, Set.copyOf(uris.valueStream().map(JsonNode::stringValue).toList()));
    server.register(clientId, secret);
    LocalServer.json(exchange, 201, json);
  }

  private @Nullable String namedIssuer() {
    if (server.has(AuthFault.ISSUER_MISSING) || server.has(AuthFault.ISSUER_NOT_ADVERTISED)) {
      return null;
    }
    if (server.has(AuthFault.ISSUER_OF_OTHER_SERVER)
        || server.has(AuthFault.ISSUER_UNEXPECTED)
        || server.has(AuthFault.ACCESS_DENIED_BY_OTHER_SERVER)) {
      return "https://evil.example.com";
    }
    return server.issuer() + (server.has(AuthFault.ISSUER_WITH_SLASH) ? "/" : "");
  }

  /** The id of the client, if it has proved itself in a way that the server supports. */
  private @Nullable String authenticated(AuthRequest request) {
    PresentedClient client = PresentedClient.of(request);
    boolean known =
        server.methods().contains(client.method())
            && client.secret().equals(server.secretOf(client.id()));
    return known ? client.id() : null;
  }

  private @Nullable Issued redeemed(AuthRequest request, String clientId) {
    Code code = codes.remove(request.parameters().getOrDefault("code", ""));
    return code != null
            && code.clientId().equals(clientId)
            && code.redirectUri().equals(request.parameter("redirect_uri"))
            && code.challenge().equals(hash(request.parameter("code_verifier")))
        ? new Issued(clientId, code.resource(), code.scope())
        : null;
  }

  private @Nullable Issued refreshed(AuthRequest request, String clientId) {
    Issued issued = refreshTokens.remove(request.parameters().getOrDefault("refresh_token", ""));
    return issued != null
            && issued.clientId().equals(clientId)
            && !server.has(AuthFault.REFRESH_REFUSED)
        ? issued
        : null;
  }

  private ObjectNode response(Issued issued) {
    String token =
        secret("access") + (server.has(AuthFault.TOKEN_WITH_LINE_BREAK) ? "\r\nX: 1" : "");
    accessTokens.put(token, issued);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("access_token", token);
    json.put("token_type", server.has(AuthFault.ODD_TOKEN_TYPE) ? "mac" : "bearer");
    json.put("expires_in", server.lifetime().toSeconds());
    if (server.issuesRefreshTokens()) {
      String refreshToken = secret("refresh");
      refreshTokens.put(refreshToken, issued);
      json.put("refresh_token", refreshToken);
    }
    return json;
  }

  private String secret(String kind) {
    String secret =
        "secret-" + kind + "-" + count.incrementAndGet() + "-" + System.identityHashCode(this);
    secrets.add(secret);
    return secret;
  }

  private static void error(HttpExchange exchange, int status, String code, String description)
      throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    LocalServer.json(
        exchange, status, json.put("error", code).put("error_description", description));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String hash(@Nullable String verifier) {
    try {
      byte[] bytes = (verifier == null ? "" : verifier).getBytes(StandardCharsets.US_ASCII);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
