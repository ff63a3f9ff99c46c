/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import org.jspecify.annotations.Nullable;

/**
 * A question of the server could not be answered: nobody is registered for it, the handler failed
 * or gave an answer the server's form does not allow, or the server asks without end. The cause is
 * what the handler threw, if it threw.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr.
 */
public final class InputRequestException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /** The key of the question, empty if it is about none. */
  private final String key;

  /**
   * Makes the exception.
   *
   * @param key the key of the question
   * @param message which question it was and why there is no answer
   * @param cause what the handler threw; null if it threw nothing
   */
  public InputRequestException(String key, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.key = key;
  }

  /**
   * Returns which question it was.
   *
   * @return the key the server gave it; empty if it is about no single question
   */
  public String key() {
    return key;
  }
}
