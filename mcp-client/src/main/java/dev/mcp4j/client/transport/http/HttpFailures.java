/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.auth.AuthorizationException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in the client's words what the HTTP client of the JDK reports. */
public final class HttpFailures {
  private HttpFailures() {}

  /**
   * Makes the exception.
   *
   * @param target names the server
   * @param failure what the HTTP client reported
   * @return the exception
   */
  public static McpClientException translate(String target, Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof AuthorizationException refused) {
      return new AuthorizationException(refused.getMessage(), refused.error(), refused);
    }
    String what =
        cause instanceof ConnectException || cause instanceof HttpTimeoutException
            ? "cannot connect to "
            : "the connection to ";
    String broke =
        cause instanceof ConnectException || cause instanceof HttpTimeoutException
            ? ""
            : " broke before the reply was complete";
    String detail = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new TransportException(what + target + broke + detail, cause);
  }
}
