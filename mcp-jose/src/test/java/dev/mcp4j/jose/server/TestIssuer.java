/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An authorization server, and an identity provider, over HTTP. Issues tokens for signed client
 * assertions, assertions of the identity provider, and tokens of a platform.
 */
final class TestIssuer implements HttpEndpoint, AutoCloseable {
  private static final String OAUTH = "urn:ietf:params:oauth:";
  private static final String PLATFORM = "https://platform.example";

  private final McpServer server = McpServer.named("issuer", "1").build();
  private final HttpServerHandle http = server.serveHttp(HttpOptions.onPort(0), List.of(this));

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

  /** Takes assertions of itself, as if it were an identity provider too, for a resource. */
  void trustItselfFor(String resource) {
    assertions =
        IdJagValidator.builder(issuer())
            .trust(issuer(), ProtectedServer.keys(Keys.OF_SSO))
            .resource(resource)
            .build();
  }

  /** A token of the platform that programs run on. */
  String platformToken() {
    return new Jwt()
        .header("alg", "ES256")
        .claim("iss", PLATFORM)
        .claim("sub", "workload-7")
        .claim("aud", issuer())
        .signed(Keys.OTHER_EC);
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
      case "token-exchange" -> reply(call, 200, assertion(parameters));
      default -> {
        String assertion = parameters.get("assertion");
        JWTClaimsSet claims = SignedJWT.parse(assertion).getJWTClaimsSet();
        if (PLATFORM.equals(claims.getIssuer())) {
          issue(call, claims.getSubject(), parameters.get("resource"), proof);
        } else {
          IdJag jag = assertions.validate(assertion, "agent");
          requireAssertion(parameters);
          issue(call, jag.subject(), jag.resource(), proof);
        }
      }
    }
  }

  private void requireAssertion(Map<String, String> parameters) throws Exception {
    SignedJWT assertion = SignedJWT.parse(parameters.get("client_assertion"));
    if (!assertion.verify(new ECDSAVerifier(Keys.CLIENT))
        || !assertion.getJWTClaimsSet().getAudience().equals(List.of(issuer()))) {
      throw new IllegalArgumentException("the client is not who it says");
    }
  }

  private Map<String, Object> assertion(Map<String, String> parameters) {
    long now = Instant.now().getEpochSecond();
    String jag =
        new Jwt()
            .header("typ", "oauth-id-jag+jwt")
            .header("alg", "ES256")
            .claim("iss", issuer())
            .claim("sub", "user-of-" + parameters.get("subject_token"))
            .claim("aud", parameters.get("audience"))
            .claim("resource", parameters.get("resource"))
            .claim("client_id", "agent")
            .claim("jti", "jag-" + System.nanoTime())
            .claim("iat", now)
            .claim("exp", now + 60)
            .signed(Keys.OF_SSO);
    return Map.of(
        "access_token", jag, "token_type", "N_A", "issued_token_type", OAUTH + "token-type:id-jag");
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
