/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import org.jspecify.annotations.Nullable;

/**
 * The call was cancelled on this side: by {@link PendingCall#cancel()}, by closing the client, or
 * by an interrupt of the thread that waited. After an interrupt the cause is an {@link
 * InterruptedException} and the thread's interrupt flag is set.
 */
public final class CallCancelledException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was cancelled and why
   * @param cause the interrupt; null if there was none
   */
  public CallCancelledException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
