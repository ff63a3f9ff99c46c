/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.TransportException;

/** The server refused a request because it does not know its session. */
public final class SessionGoneException extends TransportException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message which request of which server
   */
  public SessionGoneException(String message) {
    super(message, null);
  }
}
