/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import java.time.Duration;

/**
 * The server took too long. The request has been cancelled on the wire; whether the server did any
 * of the work is unknown.
 */
public final class CallTimeoutException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /** How long the call waited. */
  private final Duration limit;

  /**
   * Makes the exception.
   *
   * @param method the method that was called
   * @param limit the limit that was exceeded
   * @param kind what the limit is on, for example {@code without progress}
   */
  public CallTimeoutException(String method, Duration limit, String kind) {
    super("%s had no reply within %d ms %s".formatted(method, limit.toMillis(), kind), null);
    this.limit = limit;
  }

  /**
   * Returns the limit that was exceeded.
   *
   * @return the timeout, or the most the whole call may take
   */
  public Duration limit() {
    return limit;
  }
}
