/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Set;

/**
 * Gives HTTP requests their credentials and deals with their refusal. One authorizer serves every
 * request to an MCP server, of whatever revision: POST, GET and DELETE.
 *
 * <p>Safe for use by several threads. Methods that may block run on a thread of the transport. When
 * the call that the request belongs to is cancelled or times out, the thread is interrupted.
 *
 * <p>Specification 2026-07-28: basic/authorization.
 */
public interface Authorizer {
  /**
   * Adds credentials to a request. Called before each time the request is sent.
   *
   * @param request the request with all its headers
   * @return the request to send: the same, or a copy with other headers
   * @throws InterruptedException if the thread is interrupted
   * @throws AuthorizationException if the request must not be sent; the call fails with it
   */
  HttpRequest authorize(HttpRequest request) throws InterruptedException;

  /**
   * Deals with a response of status 401 or 403, for example by obtaining other credentials.
   *
   * @param refusal what was sent and what came back
   * @return true to send the request again, with the credentials that {@link #authorize} then adds;
   *     false to leave the refusal to the call
   * @throws InterruptedException if the thread is interrupted
   * @throws AuthorizationException if credentials cannot be obtained; the call fails with it
   */
  boolean refused(Refusal refusal) throws InterruptedException;

  /**
   * Takes note of any other response. Must not block. Does nothing unless overridden.
   *
   * @param sent the request as it was sent
   * @param status the status of the response
   * @param headers its headers
   */
  default void answered(HttpRequest sent, int status, HttpHeaders headers) {}

  /**
   * Names whom the server takes the client for now. Private results are only reused while the
   * answer is the same. Must not block.
   *
   * @return any text without secrets, empty unless overridden
   */
  default String partition() {
    return "";
  }

  /**
   * Names the extensions that the client supports because of this, and declares with every request.
   * Asked once, when the client is made.
   *
   * @return identifiers of extensions, none unless overridden
   */
  default Set<String> extensions() {
    return Set.of();
  }

  /**
   * A response of status 401 or 403.
   *
   * @param sent the request as it was sent, with its credentials
   * @param status the status
   * @param headers the headers of the response
   * @param attempt how many times the request was sent so far, at least 1
   */
  record Refusal(HttpRequest sent, int status, HttpHeaders headers, int attempt) {
    @Override
    public String toString() {
      return "Refusal[%s %s, status %d, attempt %d]"
          .formatted(sent.method(), sent.uri().getPath(), status, attempt);
    }
  }
}
