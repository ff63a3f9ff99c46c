/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers one method. Safe for use by several threads.
 *
 * @param <P> the type of the parameters
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface Route<P extends RequestParams, R extends Result> {
  /**
   * Answers a request. May block, unless the route is {@linkplain #inline inline}.
   *
   * @param request the request
   * @param notifier where notifications about the request go until the method returns
   * @return the reply
   * @throws McpException if the request fails with an error meant for the peer
   * @throws Exception if it fails for a reason the peer must not learn
   */
  Reply<R> handle(McpRequest<P> request, Notifier notifier) throws Exception;

  /**
   * Refuses a request that must not reach the handler, after the interceptors and before any work:
   * the place where {@code Mcp-Param-*} headers are compared with the arguments.
   *
   * @param request the request
   * @throws McpException if the request is refused
   */
  default void check(McpRequest<P> request) {}

  /**
   * Tells what a caller must be allowed to do for a request, which is asked after the interceptors
   * and before {@link #check}. Callers on transports without headers whom nobody authenticated are
   * not asked: whoever launched the server may do what it may.
   *
   * @param request the request
   * @return the scopes; none by default
   */
  default List<String> requiredScopes(McpRequest<P> request) {
    return List.of();
  }

  /**
   * Names what the header {@code Mcp-Name} must repeat.
   *
   * @param params the parameters
   * @return the name, or null if the method has no such header
   */
  default @Nullable String routingName(P params) {
    return null;
  }

  /**
   * Tells whether the route answers at once, without blocking, so that it may run on the thread
   * that reads requests.
   *
   * @param params the parameters of the request
   * @return true if it never blocks on them
   */
  default boolean inline(P params) {
    return false;
  }

  /**
   * Tells how long the route may take before the request is cancelled. Of no meaning for an
   * {@linkplain #inline inline} route.
   *
   * @param params the parameters of the request
   * @return the time, positive; null for what holds for every request of the server
   */
  default @Nullable Duration timeout(P params) {
    return null;
  }
}
