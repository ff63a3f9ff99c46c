/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

/**
 * Refuses an assertion. An authorization server answers with status 400 and the error {@code
 * invalid_grant}.
 */
public final class InvalidGrantException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses an assertion.
   *
   * @param reason one sentence for the client, without any part of the assertion
   */
  InvalidGrantException(String reason) {
    super(reason);
  }
}
