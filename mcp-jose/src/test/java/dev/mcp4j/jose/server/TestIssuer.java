/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.TokenVerifier;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.auth.TestIdentityProvider;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authorization server over HTTP. Issues tokens for signed client assertions, assertions of the
 * identity provider, and tokens of a platform.
 */
final class TestIssuer implements HttpEndpoint, AutoCloseable {
  private static final String OAUTH = "urn:ietf:params:oauth:";
  private static final String PLATFORM = "https://platform.example";
  private static final String WORKLOAD = "workload-7";

  private final McpServer server = McpServer.named("issuer", "1").build();
  private final HttpServerHandle http = server.serveHttp(HttpOptions.onPort(0), List.of(this));

  private final TokenVerifier platform =
      JwtVerifier.of(PLATFORM, ProtectedServer.keys(Keys.OTHER_EC));
  private final Set<String> usedIds = ConcurrentHashMap.newKeySet();

  /** The grant of each token request, in order. */
  final List<String> grants = new CopyOnWriteArrayList<>();

  /** What was sent here and what was issued, none of which may be in a log. */
  final List<String> secrets = new CopyOnWriteArrayList<>();

  /** What is demanded of the proof of a token request; null to demand none. */
  volatile @Nullable String nonce;

  private volatile @Nullable IdJagValidator assertions;

  String issuer() {
    return http.uri().resolve("/").toString().replaceFirst("/$", "");
  }

  /** Takes assertions of an identity provider for a resource. */
  void trust(TestIdentityProvider provider, String resource) {
    provider.target(issuer(), resource, "agent");
    assertions =
        IdJagValidator.builder(issuer())
            .trust(provider.issuer(), JwkSource.of(provider.issuer()))
            .resource(resource)
            .build();
  }

  /** A token of the platform that programs run on. */
  String platformToken() {
    return platformToken(jwt -> jwt, Keys.OTHER_EC);
  }

  /** A token of the platform, or one that looks like that. */
  String platformToken(UnaryOperator<Jwt> change, JWK key) {
    return change
        .apply(
            new Jwt()
                .header("alg", "ES256")
                .claim("iss", PLATFORM)
                .claim("sub", WORKLOAD)
                .claim("aud", issuer())
                .claim("exp", Instant.now().getEpochSecond() + 60)
                .claim("jti", "p-1"))
        .signed(key);
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/.well-known/oauth-authorization-server") || path.equals("/token");
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    if (!call.path().equals("/token")) {
      reply(
          call,
          200,
          Map.of(
              "issuer",
              issuer(),
              "token_endpoint",
              issuer() + "/token",
              "token_endpoint_auth_methods_supported",
              List.of("private_key_jwt", "none"),
              "code_challenge_methods_supported",
              List.of("S256")));
      return;
    }
    try {
      answer(call, parameters(call));
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      reply(call, 400, Map.of("error", "invalid_grant"));
    }
  }

  private static Map<String, String> parameters(HttpCall call) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : List.of(new String(call.body(), UTF_8).split("&", -1))) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return parameters;
  }

  private void answer(HttpCall call, Map<String, String> parameters) throws Exception {
    String grant = parameters.get("grant_type").replace(OAUTH + "grant-type:", "");
    grants.add(grant);
    String proof = call.headers().first("DPoP");
    note(proof);
    note(parameters.get("assertion"));
    note(parameters.get("client_assertion"));
    if (nonce != null
        && !nonce.equals(SignedJWT.parse(proof).getJWTClaimsSet().getStringClaim("nonce"))) {
      call.reply(
          400,
          Map.of("Content-Type", "application/json", "DPoP-Nonce", nonce),
          "{\"error\":\"use_dpop_nonce\"}".getBytes(UTF_8));
      return;
    }
    switch (grant) {
      case "client_credentials" -> {
        requireAssertion(parameters);
        issue(call, "agent", parameters.get("resource"), proof);
      }
      default -> {
        String assertion = parameters.get("assertion");
        if (!SignedJWT.parse(assertion).getHeader().toString().contains("oauth-id-jag+jwt")) {
          issue(call, workload(assertion), parameters.get("resource"), proof);
        } else {
          IdJag jag = assertions.validate(assertion, "agent");
          requireAssertion(parameters);
          issue(call, jag.subject(), jag.resource(), proof);
        }
      }
    }
  }

  /** Tells which workload has a token of the platform, which is good once. */
  private String workload(String assertion) throws Exception {
    AccessToken token = platform.verify(assertion);
    boolean good =
        token.audience().equals(List.of(issuer()))
            && token.subject().equals(WORKLOAD)
            && token.expiresAt().isAfter(Instant.now())
            && usedIds.add(String.valueOf(token.claims().get("jti")));
    if (!good) {
      throw new InvalidGrantException("The token is not one of a workload that is known");
    }
    return token.subject();
  }

  private void requireAssertion(Map<String, String> parameters) throws Exception {
    SignedJWT assertion = SignedJWT.parse(parameters.get("client_assertion"));
    if (!assertion.verify(new ECDSAVerifier(Keys.CLIENT))
        || !assertion.getJWTClaimsSet().getAudience().equals(List.of(issuer()))) {
      throw new IllegalArgumentException("the client is not who it says");
    }
  }

  private void note(@Nullable String secret) {
    if (secret != null) {
      secrets.add(secret);
    }
  }

  private void issue(HttpCall call, String subject, String resource, @Nullable String proof)
      throws Exception {
    Jwt token =
        Jwt.accessToken()
            .claim("iss", issuer())
            .claim("sub", subject)
            .claim("aud", resource)
            .claim("iat", null)
            .claim("exp", Instant.now().getEpochSecond() + 300);
    if (proof != null) {
      String key = SignedJWT.parse(proof).getHeader().getJWK().computeThumbprint().toString();
      token.claim("cnf", Map.of("jkt", key));
    }
    String signed = token.signed();
    note(signed);
    reply(
        call,
        200,
        Map.of(
            "access_token",
            signed,
            "token_type",
            proof == null ? "Bearer" : "DPoP",
            "expires_in",
            300));
  }

  private static void reply(HttpCall call, int status, Map<String, ?> body) {
    call.reply(
        status,
        Map.of("Content-Type", "application/json"),
        JsonMapper.shared().writeValueAsBytes(body));
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
