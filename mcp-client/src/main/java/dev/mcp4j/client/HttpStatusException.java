/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

/** The server answered with an HTTP status and no JSON-RPC message. */
public final class HttpStatusException extends TransportException {
  private static final long serialVersionUID = 1L;

  /** The status code of HTTP. */
  private final int status;

  /** The beginning of the body. */
  private final String excerpt;

  /**
   * Makes the exception.
   *
   * @param message what was asked of which server
   * @param status the status
   * @param excerpt the beginning of the body, empty if there was none
   */
  public HttpStatusException(String message, int status, String excerpt) {
    super(excerpt.isEmpty() ? message : message + ": " + excerpt, null);
    this.status = status;
    this.excerpt = excerpt;
  }

  /**
   * Returns the status.
   *
   * @return the status code of HTTP
   */
  public int status() {
    return status;
  }

  /**
   * Returns the beginning of the body.
   *
   * @return at most some hundred characters, empty if there was no body
   */
  public String excerpt() {
    return excerpt;
  }
}
