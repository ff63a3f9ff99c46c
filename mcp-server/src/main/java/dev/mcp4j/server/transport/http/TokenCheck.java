/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.auth.AccessToken;
import dev.mcp4j.server.auth.InvalidProofException;
import dev.mcp4j.server.auth.InvalidTokenException;
import dev.mcp4j.server.auth.ProofOfPossession;
import dev.mcp4j.server.auth.ProofVerifier;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.ScopePolicy;
import dev.mcp4j.server.transport.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the token of a call is good enough: {@link #check} lists what is asked, in this
 * order.
 *
 * <p>Specification 2026-07-28: basic/authorization, Token Handling.
 */
final class TokenCheck {
  private static final String PROOF = "DPoP";

  private final ResourceServer server;
  private final ScopePolicy scopes;
  private final String path;

  /**
   * Makes the check.
   *
   * @param server what is asked
   * @param scopes which scopes imply which
   * @param path the path of the endpoint
   */
  TokenCheck(ResourceServer server, ScopePolicy scopes, String path) {
    this.server = server;
    this.scopes = scopes;
    this.path = path;
  }

  /**
   * Who is let in.
   *
   * @param caller the caller
   * @param scheme how its token was sent
   * @param nonce a nonce for its next proofs; null for none
   */
  record Admission(Caller caller, Credentials.Scheme scheme, @Nullable String nonce) {}

  Admission check(HttpCall call) throws Denied, IOException {
    Credentials credentials = Credentials.of(call, server.proofs() != null);
    AccessToken token = verified(credentials);
    requireIssuer(token, credentials);
    requireAudience(token, credentials);
    requireTime(token, credentials);
    String nonce = requireKey(token, credentials, call);
    if (!scopes.covers(token.scopes(), server.requiredScopes())) {
      throw Denied.insufficientScope(credentials.scheme(), server.requiredScopes());
    }
    Caller caller =
        new Caller(
            server.principalOf(token),
            token.scopes(),
            call.caller().transport(),
            token.claims(),
            acceptedUntil(token));
    return new Admission(caller, credentials.scheme(), nonce);
  }

  private AccessToken verified(Credentials credentials) throws Denied, IOException {
    try {
      return server.verifier().verify(credentials.token());
    } catch (InvalidTokenException e) {
      throw Denied.invalidToken(credentials.scheme(), e.reason());
    }
  }

  private void requireIssuer(AccessToken token, Credentials credentials) throws Denied {
    if (!server.authorizationServers().contains(token.issuer())) {
      throw Denied.invalidToken(credentials.scheme(), "The token is of another issuer");
    }
  }

  private void requireAudience(AccessToken token, Credentials credentials) throws Denied {
    if (Collections.disjoint(server.audiences(), token.audience())) {
      throw Denied.invalidToken(credentials.scheme(), "The token was not issued for this server");
    }
  }

  private void requireTime(AccessToken token, Credentials credentials) throws Denied {
    Instant now = server.clock().instant();
    Instant end = token.expiresAt();
    if (end != null && !now.minus(server.clockSkew()).isBefore(end)) {
      throw Denied.invalidToken(credentials.scheme(), "The token has expired");
    }
    Instant begin = token.notBefore();
    if (begin != null && now.plus(server.clockSkew()).isBefore(begin)) {
      throw Denied.invalidToken(credentials.scheme(), "The token is not valid yet");
    }
  }

  private @Nullable Instant acceptedUntil(AccessToken token) {
    Instant end = token.expiresAt();
    return end == null || end.isAfter(Instant.MAX.minus(server.clockSkew()))
        ? null
        : end.plus(server.clockSkew());
  }

  /** Checks the proof that a token bound to a key needs; returns a nonce for the next one. */
  private @Nullable String requireKey(AccessToken token, Credentials credentials, HttpCall call)
      throws Denied {
    String key = token.keyThumbprint();
    ProofVerifier proofs = server.proofs();
    if (key == null) {
      if (credentials.scheme() == Credentials.Scheme.DPOP || server.proofRequired()) {
        throw Denied.invalidToken(Credentials.Scheme.DPOP, "The token is not bound to a key");
      }
      return null;
    }
    if (proofs == null || credentials.scheme() != Credentials.Scheme.DPOP) {
      throw Denied.invalidToken(
          Credentials.Scheme.DPOP, "The token is bound to a key and needs the scheme DPoP");
    }
    List<String> headers = call.headers().all(PROOF);
    try {
      return proofs.verify(
          new ProofOfPossession(headers, call.method(), uriOf(call), credentials.token(), key));
    } catch (InvalidProofException e) {
      throw Denied.invalidProof(e);
    }
  }

  /** Returns where a call was sent, as its client sees it: a proxy may show another host. */
  private URI uriOf(HttpCall call) {
    URI resource = URI.create(server.resource());
    return call.path().equals(path)
        ? resource
        : URI.create(ResourceMetadata.origin(resource) + call.path());
  }
}
