/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

/**
 * Thrown when a peer that is there does not do what a property has to begin with. The property says
 * nothing then; the run goes on.
 */
public final class PeerSilent extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Says what the peer does not do.
   *
   * @param message what happened, for people
   */
  public PeerSilent(String message) {
    super(message);
  }
}
