/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import dev.mcp4j.client.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * The server no longer knows the session of the client, and repeating the call could do its work
 * twice. The next call begins a new session. Only servers of older revisions have sessions.
 *
 * <p>Specification 2025-11-25: basic/transports, Session Management.
 */
public final class SessionExpiredException extends TransportException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message which call of which server
   * @param cause how the server said so; null if it is not known
   */
  public SessionExpiredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
