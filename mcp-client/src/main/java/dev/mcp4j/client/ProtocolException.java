/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import org.jspecify.annotations.Nullable;

/** The server answered with something the protocol does not allow. */
public class ProtocolException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was expected and what came
   * @param cause what it was caused by; null if by nothing else
   */
  public ProtocolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
