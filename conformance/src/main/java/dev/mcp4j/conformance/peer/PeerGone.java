/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

/** The peer cannot be reached any more, so that nothing can be said about it. */
public final class PeerGone extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Says that the peer is gone.
   *
   * @param message what happened, for people
   * @param cause what showed it
   */
  public PeerGone(String message, Throwable cause) {
    super(message, cause);
  }
}
