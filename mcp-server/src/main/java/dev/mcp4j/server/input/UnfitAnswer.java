/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

/** An answer that is none to its question. The message is fit for the client. */
final class UnfitAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param path where in the answer, a JSON pointer
   * @param message what was expected and what is there
   */
  UnfitAnswer(String path, String message) {
    super((path.isEmpty() ? "" : path) + ": " + message);
  }
}
