/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.client.McpClientException;
import org.jspecify.annotations.Nullable;

/**
 * The client could not be authorized: discovery, registration, sign-in or a token request failed,
 * or a check of what was received. Messages hold no secrets.
 */
public final class AuthorizationException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /** The error code of OAuth. */
  private final @Nullable String error;

  /**
   * Makes an exception for what the client found itself.
   *
   * @param message what was expected, and what was found where
   */
  public AuthorizationException(String message) {
    this(message, null, null);
  }

  /**
   * Makes an exception.
   *
   * @param message what was expected, and what was found where
   * @param error the error code an authorization server answered with; null if there was none
   * @param cause what it was caused by; null if by nothing else
   */
  public AuthorizationException(String message, @Nullable String error, @Nullable Throwable cause) {
    super(message, cause);
    this.error = error;
  }

  /**
   * Returns the error code an authorization server answered with, such as {@code invalid_grant}.
   *
   * @return the code, or null if the failure has another reason
   */
  public @Nullable String error() {
    return error;
  }
}
