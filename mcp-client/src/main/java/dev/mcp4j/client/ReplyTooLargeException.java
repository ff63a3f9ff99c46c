/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

/** The server sent a message over the limit on size; the rest of it was not read. */
public final class ReplyTooLargeException extends TransportException {
  private static final long serialVersionUID = 1L;

  /** The most bytes a message may have. */
  private final long limitBytes;

  /**
   * Makes the exception.
   *
   * @param limitBytes the most bytes a message may have
   */
  public ReplyTooLargeException(long limitBytes) {
    super("the server sent a message of more than %d bytes".formatted(limitBytes), null);
    this.limitBytes = limitBytes;
  }

  /**
   * Returns the limit.
   *
   * @return the most bytes a message may have
   */
  public long limitBytes() {
    return limitBytes;
  }
}
