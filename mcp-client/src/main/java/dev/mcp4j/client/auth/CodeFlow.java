/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One authorization by the user: the grant of an authorization code.
 *
 * <p>Specification 2026-07-28: basic/authorization, Authorization Flow Steps.
 */
final class CodeFlow implements Grant {
  private static final String ENDPOINT = "authorization_endpoint";

  private final UserAgent.Session session;
  private final UrlPolicy policy;
  private final Duration patience;
  private final SecureRandom random;

  CodeFlow(UserAgent.Session session, UrlPolicy policy, Duration patience, SecureRandom random) {
    this.session = session;
    this.policy = policy;
    this.patience = patience;
    this.random = random;
  }

  @Override
  public boolean involvesUser() {
    return true;
  }

  @Override
  public TokenRequest.Builder tokenRequest(GrantContext context) throws InterruptedException {
    AuthorizationServerMetadata server = context.server();
    Pkce.require(server);
    // What the response is checked against, kept for this one request.
    Expected expected =
        new Expected(
            server.issuer(),
            server.isTrue("authorization_response_iss_parameter_supported"),
            Pkce.random(random),
            Pkce.token(random));
    AuthorizationResponse response =
        session.authorize(
            new UserAgent.Request(url(context, expected), expected.state(), patience, policy));
    return TokenRequest.builder("authorization_code")
        .parameter("code", expected.code(response))
        .parameter("redirect_uri", session.redirectUri())
        .parameter("code_verifier", expected.pkce().verifier());
  }

  private URI url(GrantContext context, Expected expected) {
    URI endpoint = context.server().endpoint(ENDPOINT);
    if (!RedirectUris.isSafe(endpoint) || endpoint.getRawFragment() != null) {
      throw new AuthorizationException(
          "expected an https URL as %s of %s, was %s"
              .formatted(ENDPOINT, expected.issuer(), UrlPolicy.show(endpoint)));
    }
    if (!RedirectUris.isAllowed(session.redirectUri())) {
      throw new AuthorizationException(
          "expected https or the loopback interface as redirect URI, was " + session.redirectUri());
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", context.clientId());
    parameters.put("redirect_uri", session.redirectUri());
    parameters.put("state", expected.state());
    parameters.put("code_challenge", expected.pkce().challenge());
    parameters.put("code_challenge_method", Pkce.METHOD);
    parameters.put("resource", context.resource());
    if (!context.scopes().isEmpty()) {
      parameters.put("scope", String.join(" ", context.scopes()));
      if (context.scopes().contains("offline_access")) {
        // OpenID Connect Core, section 11: without it the scope is ignored.
        parameters.put("prompt", "consent");
      }
    }
    String separator = endpoint.getRawQuery() == null ? "?" : "&";
    return URI.create(endpoint + separator + TokenRequest.form(parameters));
  }

  /**
   * What the response must match.
   *
   * @param issuer compared as a string, without normalization of any kind
   * @param sendsIssuer whether the server says that its responses name it
   */
  private record Expected(String issuer, boolean sendsIssuer, Pkce pkce, String state) {
    String code(AuthorizationResponse response) {
      if (!state.equals(response.get("state"))) {
        throw new AuthorizationException(
            "the authorization response of %s has another state than the request"
                .formatted(issuer));
      }
      checkIssuer(response.get("iss"));
      if (response.get("error") != null) {
        throw OAuthErrors.of("the authorization at " + issuer, response);
      }
      String code = response.get("code");
      if (code == null || code.isEmpty()) {
        throw new AuthorizationException(
            "expected code in the authorization response of %s, found none".formatted(issuer));
      }
      return code;
    }

    /** RFC 9207, section 2.4. What else a response with another issuer says is of no interest. */
    private void checkIssuer(@Nullable String named) {
      if (named == null && sendsIssuer) {
        throw new AuthorizationException(
            "expected iss in the authorization response of %s, found none".formatted(issuer));
      }
      if (named != null && !named.equals(issuer)) {
        throw new AuthorizationException(
            "expected %s as iss in the authorization response, found another".formatted(issuer));
      }
    }

    @Override
    public String toString() {
      return "Expected[" + issuer + "]";
    }
  }
}
