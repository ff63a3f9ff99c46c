/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.Objects;

/**
 * Fails a tool call in a way the model should see: the reply is a result with {@code isError: true}
 * and this text.
 *
 * <p>Specification 2026-07-28: server/tools, Error Handling.
 */
public final class ToolError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an error.
   *
   * @param text what the model reads
   */
  public ToolError(String text) {
    super(Objects.requireNonNull(text, "text"));
  }

  /**
   * Makes an error that remembers its cause for the log. The cause does not reach the peer.
   *
   * @param text what the model reads
   * @param cause what happened
   */
  public ToolError(String text, Throwable cause) {
    super(Objects.requireNonNull(text, "text"), cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
