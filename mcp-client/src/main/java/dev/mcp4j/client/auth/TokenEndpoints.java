/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;

/**
 * Sends token requests, within the limits on addresses, sizes and times of the authorizer. Safe for
 * use by several threads.
 */
@FunctionalInterface
public interface TokenEndpoints {
  /**
   * Sends a request, once, and waits for the response.
   *
   * @param endpoint the token endpoint
   * @param request the request, complete with client authentication
   * @return the response
   * @throws AuthorizationException if the address is not allowed, the server cannot be reached, or
   *     it refuses; {@link AuthorizationException#error()} then tells why
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  TokenResponse send(URI endpoint, TokenRequest request) throws InterruptedException;
}
