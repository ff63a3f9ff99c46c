/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends token requests. */
final class TokenClient implements TokenEndpoints {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A server may hand out a nonce for one request and want another for the next. */
  private static final int MAX_PROOFS = 3;

  private final AuthHttp http;

  TokenClient(AuthHttp http) {
    this.http = http;
  }

  @Override
  public TokenResponse send(URI endpoint, TokenRequest request) throws InterruptedException {
    return read(endpoint, request, post(endpoint, request, Map.of()));
  }

  /** Sends a request to the token endpoint of a server, with a proof if there is one to give. */
  TokenResponse send(
      AuthorizationServerMetadata server, TokenRequest request, @Nullable RequestProof proof)
      throws InterruptedException {
    URI endpoint = server.tokenEndpoint();
    if (proof == null) {
      return send(endpoint, request);
    }
    RequestProof.Target target = new RequestProof.Target("POST", endpoint, null, server);
    for (int proofs = 1; ; proofs++) {
      AuthHttp.Answer answer = post(endpoint, request, proof.headers(target));
      JsonObject body = answer.status() == 200 ? null : answer.json();
      String error = body == null ? null : OAuthErrors.code(Members.string(body, "error"));
      boolean again = proof.answered(target, answer.status(), answer.headers(), error);
      if (answer.status() == 200 || !again || proofs == MAX_PROOFS) {
        return read(endpoint, request, answer);
      }
    }
  }

  private AuthHttp.Answer post(URI endpoint, TokenRequest request, Map<String, String> proofs)
      throws InterruptedException {
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.putAll(proofs);
    return http.post(endpoint, FORM, request.body(), headers);
  }

  private static TokenResponse read(URI endpoint, TokenRequest request, AuthHttp.Answer answer) {
    JsonObject body = answer.json();
    String where = UrlPolicy.show(endpoint);
    if (answer.status() != 200) {
      List<String> secrets = new ArrayList<>(request.parameters().values());
      secrets.addAll(request.headers().values());
      throw OAuthErrors.of("the token request to " + where, answer.status(), body, secrets);
    }
    if (body == null) {
      throw new AuthorizationException(
          "expected JSON from %s, found other content".formatted(where));
    }
    return TokenResponse.of(body, where);
  }
}
