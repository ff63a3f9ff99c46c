/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import org.jspecify.annotations.Nullable;

/**
 * The server could not be reached, or the connection or process ended before the reply. Whether the
 * server saw the request is unknown.
 */
public class TransportException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what happened to which server
   * @param cause what the operating system or the network said; null if nothing
   */
  public TransportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
