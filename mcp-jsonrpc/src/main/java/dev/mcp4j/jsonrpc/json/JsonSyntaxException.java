/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.util.Objects;

/** The input is not JSON. The message says where, in words fit for a peer. */
public final class JsonSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what is wrong and where
   */
  public JsonSyntaxException(String message) {
    super(message);
  }

  /**
   * Returns what is wrong and where.
   *
   * @return the reason, in words fit for a peer
   */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
