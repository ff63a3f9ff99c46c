/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import java.io.IOException;

/**
 * Finds out whether a token is genuine, and what it says.
 *
 * <p>Whether what it says is enough is not the verifier's business: issuer, audience, times, scopes
 * and the binding to a key are checked afterwards by the {@link ResourceServer}, for every verifier
 * alike.
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface TokenVerifier {
  /**
   * Verifies a token. May block.
   *
   * @param token what the client sent: visible characters, at most 16 KiB; to be written nowhere
   * @return what the token says
   * @throws InvalidTokenException if the token is not genuine, not active, or cannot be read
   * @throws IOException if nobody can tell right now, because keys or the authorization server are
   *     out of reach; the client is asked to come back later
   */
  AccessToken verify(String token) throws InvalidTokenException, IOException;
}
