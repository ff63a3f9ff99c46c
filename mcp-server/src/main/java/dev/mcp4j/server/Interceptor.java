/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.Reply;

/**
 * Stands around every request that names a method the server has: to audit, to measure, to limit,
 * to authorize.
 *
 * <p>Interceptors run after the checks of metadata and headers, the first one registered outermost,
 * on the thread of the handler. They are safe for use by several threads.
 */
@FunctionalInterface
public interface Interceptor {
  /**
   * Answers a request, usually by passing it on.
   *
   * @param request the request
   * @param chain what comes next; call it at most once
   * @return the reply, that of the chain or another one
   * @throws McpException to refuse the request with an error for the peer
   * @throws Exception whatever the chain throws; the peer sees a generic error
   */
  Reply<?> intercept(McpRequest<?> request, Chain chain) throws Exception;

  /** The rest of the way to the handler. */
  @FunctionalInterface
  interface Chain {
    /**
     * Passes the request on.
     *
     * @param request the request; its method and the type of its parameters must be those received
     * @return the reply
     * @throws McpException if the request fails with an error meant for the peer
     * @throws Exception if it fails for a reason the peer must not learn
     * @throws IllegalStateException if the interceptor calls this a second time
     */
    Reply<?> proceed(McpRequest<?> request) throws Exception;
  }
}
