/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.auth.InvalidProofException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a call is not let in. */
final class Denied extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final int status;
  private final Credentials.@Nullable Scheme scheme;
  private final @Nullable String error;
  private final transient List<String> scopes;
  private final @Nullable String nonce;

  private Denied(
      int status,
      Credentials.@Nullable Scheme scheme,
      @Nullable String error,
      String reason,
      List<String> scopes,
      @Nullable String nonce) {
    super(reason, null, false, false);
    this.status = status;
    this.scheme = scheme;
    this.error = error;
    this.scopes = scopes;
    this.nonce = nonce;
  }

  /** Nothing that could be a token was sent. The challenge has no error then. */
  static Denied noToken() {
    return new Denied(
        UNAUTHORIZED, null, null, "This server needs an access token", List.of(), null);
  }

  static Denied malformed(String reason) {
    return new Denied(BAD_REQUEST, null, "invalid_request", reason, List.of(), null);
  }

  static Denied invalidToken(Credentials.Scheme scheme, String reason) {
    return new Denied(UNAUTHORIZED, scheme, "invalid_token", reason, List.of(), null);
  }

  static Denied invalidProof(InvalidProofException e) {
    return new Denied(
        UNAUTHORIZED, Credentials.Scheme.DPOP, e.error(), e.reason(), List.of(), e.nonce());
  }

  static Denied insufficientScope(Credentials.Scheme scheme, List<String> scopes) {
    return new Denied(
        FORBIDDEN,
        scheme,
        Challenges.INSUFFICIENT_SCOPE,
        "This server needs the scope " + String.join(" ", scopes),
        scopes,
        null);
  }

  int status() {
    return status;
  }

  /** Returns how to send a token; null for every way the server knows. */
  Credentials.@Nullable Scheme scheme() {
    return scheme;
  }

  @Nullable String error() {
    return error;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  /** Returns what to ask the authorization server for, if that is what is wrong. */
  List<String> scopes() {
    return scopes;
  }

  @Nullable String nonce() {
    return nonce;
  }
}
