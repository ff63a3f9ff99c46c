/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call did not succeed. Every subclass says for which reason; an application that does not care
 * catches this one.
 *
 * <p>Misuse is not among the reasons: it is an {@link IllegalArgumentException} or, on a closed
 * client, an {@link IllegalStateException}.
 */
public class McpClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what happened
   * @param cause what it was caused by; null if by nothing else
   */
  public McpClientException(String message, @Nullable Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
