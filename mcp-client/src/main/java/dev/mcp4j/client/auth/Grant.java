/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import org.jspecify.annotations.Nullable;

/**
 * Why an authorization server should issue a token: a user's consent, the client's own right, or an
 * assertion of somebody the server trusts. Safe for use by several threads.
 *
 * <p>The authorizer finds the servers, chooses client id and scopes, adds {@code resource} and
 * client authentication to the request, and {@code scope} unless a user takes part, who was asked
 * for the scopes already. It sends the request and keeps, refreshes and renews the token.
 */
public interface Grant {
  /**
   * Makes the part of a token request that is particular to the grant. May block, for example while
   * a user signs in or another server is asked.
   *
   * @param context where and what the token is for
   * @return a request with at least its {@code grant_type}; parameters set here are not replaced
   * @throws InterruptedException if the thread is interrupted
   * @throws AuthorizationException if there is nothing to make a request of
   */
  TokenRequest.Builder tokenRequest(GrantContext context) throws InterruptedException;

  /**
   * Tells whether a user takes part. If so, a token that lacks scopes is replaced by asking the
   * user for more; if not, a refusal for lack of scopes is the caller's.
   *
   * @return false unless overridden
   */
  default boolean involvesUser() {
    return false;
  }

  /**
   * Names the extension that the grant belongs to, which the client declares with every request.
   *
   * @return the identifier of an extension; null unless overridden
   */
  default @Nullable String extension() {
    return null;
  }
}
