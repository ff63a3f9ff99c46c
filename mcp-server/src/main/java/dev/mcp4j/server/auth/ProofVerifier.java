/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.Experimental;
import org.jspecify.annotations.Nullable;

/**
 * Checks that whoever sends a token has the key it is bound to. The module {@code mcp-jose} has
 * one.
 *
 * <p>Implementations are safe for use by several threads.
 *
 * <p>RFC 9449, section 4.3.
 */
@Experimental("SEP-1932")
public interface ProofVerifier {
  /**
   * Returns the algorithms a proof may be signed with.
   *
   * @return their names, separated by blanks
   */
  String algorithms();

  /**
   * Checks a proof. May block.
   *
   * @param proof the proof and what it must prove
   * @return a nonce for the client's next proofs; null to leave it with the one it has, or without
   * @throws InvalidProofException if it proves nothing
   */
  @Nullable String verify(ProofOfPossession proof) throws InvalidProofException;
}
