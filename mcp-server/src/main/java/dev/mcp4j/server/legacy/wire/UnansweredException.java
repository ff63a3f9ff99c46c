/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

/** A client was asked something and did not answer, or answered with an error. */
public final class UnansweredException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param why what happened, in words fit for the peer
   */
  public UnansweredException(String why) {
    super(why);
  }
}
