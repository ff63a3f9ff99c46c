/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.Experimental;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses a proof of possession. The client gets status 401. */
@Experimental("SEP-1932")
public final class InvalidProofException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The text for the peer. */
  private final String reason;

  /** What the next proof must contain. */
  private final @Nullable String nonce;

  private InvalidProofException(String reason, @Nullable String nonce) {
    super(Objects.requireNonNull(reason, "reason"));
    this.reason = reason;
    this.nonce = nonce;
  }

  /**
   * Refuses a proof that proves nothing.
   *
   * @param reason one sentence for the client, without any part of the proof
   * @return the exception, with the error {@code invalid_dpop_proof}
   */
  public static InvalidProofException of(String reason) {
    return new InvalidProofException(reason, null);
  }

  /**
   * Asks for a proof with a nonce.
   *
   * @param nonce what the next proof must contain
   * @return the exception, with the error {@code use_dpop_nonce}
   */
  public static InvalidProofException useNonce(String nonce) {
    return new InvalidProofException(
        "The proof needs the nonce of this server", Objects.requireNonNull(nonce, "nonce"));
  }

  /**
   * Returns the error code of the challenge.
   *
   * @return {@code invalid_dpop_proof} or {@code use_dpop_nonce}
   */
  public String error() {
    return nonce == null ? "invalid_dpop_proof" : "use_dpop_nonce";
  }

  /**
   * Returns why.
   *
   * @return one sentence for the client
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the nonce to use.
   *
   * @return the nonce, or null if that is not what was wrong
   */
  public @Nullable String nonce() {
    return nonce;
  }
}
