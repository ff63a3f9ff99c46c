/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import java.util.Objects;

/** Refuses a token. The client gets status 401 with the error {@code invalid_token}. */
public class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The text for the peer. */
  private final String reason;

  /**
   * Refuses a token.
   *
   * @param reason one sentence for the client, without any part of the token
   */
  public InvalidTokenException(String reason) {
    super(Objects.requireNonNull(reason, "reason"));
    this.reason = reason;
  }

  /**
   * Returns why.
   *
   * @return one sentence for the client
   */
  public final String reason() {
    return reason;
  }
}
