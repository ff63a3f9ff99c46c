/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.tool.CallToolResult;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tool does not satisfy the output schema the tool declares, or cannot be read as
 * the type that was asked for.
 *
 * <p>Specification 2026-07-28: server/tools, Output Schema.
 */
public final class InvalidToolResultException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  private final transient CallToolResult result;

  /**
   * Makes the exception.
   *
   * @param tool the name of the tool
   * @param reason what is wrong and where
   * @param result the result as received
   * @param cause what it was caused by; null if by nothing else
   */
  public InvalidToolResultException(
      String tool, String reason, CallToolResult result, @Nullable Throwable cause) {
    super("result of tool %s: %s".formatted(tool, reason), cause);
    this.result = result;
  }

  /**
   * Returns the result.
   *
   * @return the result as received
   */
  public CallToolResult result() {
    return result;
  }
}
