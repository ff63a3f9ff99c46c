/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

/** The process of a server ended with calls still open. */
public final class ServerProcessExitedException extends TransportException {
  private static final long serialVersionUID = 1L;

  /** The exit code of the process. */
  private final int exitCode;

  /** The end of its standard error. */
  private final String stderrTail;

  /**
   * Makes the exception.
   *
   * @param exitCode the exit code; 128 plus the signal where a signal ended the process
   * @param stderrTail the end of what the process wrote to its standard error
   */
  public ServerProcessExitedException(int exitCode, String stderrTail) {
    super(message(exitCode, stderrTail), null);
    this.exitCode = exitCode;
    this.stderrTail = stderrTail;
  }

  /**
   * Returns the exit code.
   *
   * @return the exit code
   */
  public int exitCode() {
    return exitCode;
  }

  /**
   * Returns the end of what the process wrote to its standard error.
   *
   * @return at most 16 KiB, empty if it wrote nothing or its standard error is inherited
   */
  public String stderrTail() {
    return stderrTail;
  }

  private static String message(int exitCode, String stderrTail) {
    String text = "the server process exited with code " + exitCode;
    return stderrTail.isBlank() ? text : text + "; last words: " + stderrTail.strip();
  }
}
