/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.TransportException;

/** The server ended a stream in good order, and there may be more to come on another. */
final class StreamEndedException extends TransportException {
  private static final long serialVersionUID = 1L;

  StreamEndedException(String message) {
    super(message, null);
  }
}
