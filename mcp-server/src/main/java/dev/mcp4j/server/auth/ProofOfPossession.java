/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.Experimental;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A proof that came with a request, and what it must prove.
 *
 * @param proofs every {@code DPoP} header of the request
 * @param method the method of the request
 * @param uri where the request was sent, as the client sees it
 * @param token the token it came with; to be written nowhere
 * @param keyThumbprint the key the token is bound to
 */
@Experimental("SEP-1932")
public record ProofOfPossession(
    List<String> proofs, String method, URI uri, String token, String keyThumbprint) {
  /**
   * Checks and copies the components.
   *
   * @param proofs copied; no null elements
   * @param method not null
   * @param uri absolute
   * @param token not null
   * @param keyThumbprint not null
   */
  public ProofOfPossession {
    proofs = List.copyOf(proofs);
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(keyThumbprint, "keyThumbprint");
  }

  /**
   * Returns what is to be proved, without the token and the proof.
   *
   * @return a text for logs
   */
  @Override
  public String toString() {
    return "ProofOfPossession for " + method + " " + uri;
  }
}
