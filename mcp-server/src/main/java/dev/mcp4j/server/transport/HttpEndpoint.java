/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.io.IOException;
import java.util.List;

/**
 * Answers HTTP exchanges. An HTTP engine is bound to a server by calling this for every request it
 * receives, whatever the path and the method.
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface HttpEndpoint {
  /**
   * Answers an exchange, now or later: when this returns, the exchange may still be open. It is
   * answered exactly once, by {@link HttpCall#reply} or by {@link HttpCall#stream}.
   *
   * <p>May block for as long as reading the body takes, and as long as a handler runs, unless
   * {@link HttpCall#mayBlock} says that this thread must not.
   *
   * @param call the exchange
   * @throws IOException if the client left before its request was complete; the engine ends the
   *     exchange without an answer
   */
  void serve(HttpCall call) throws IOException;

  /**
   * Tells which methods are answered, so that others can be told.
   *
   * @return the methods, without {@code OPTIONS}
   */
  default List<String> methods() {
    return List.of("POST");
  }

  /**
   * Offers several endpoints at one address. Each serves the calls at its paths; the first also
   * refuses those at other paths.
   *
   * @param endpoints at least one
   * @return all of them
   * @throws IllegalArgumentException if there is none
   */
  static HttpEndpoint of(List<HttpEndpoint> endpoints) {
    return endpoints.size() == 1 ? endpoints.get(0) : new Endpoints(endpoints);
  }

  /**
   * Tells whether a path is one of this endpoint's own.
   *
   * @param path the path, as {@link HttpCall#path} returns it
   * @return true to be called for it where several endpoints are served
   */
  default boolean isAt(String path) {
    return false;
  }

  /**
   * Prepares for the end: refuses requests from now on and ends gracefully those that would stay
   * open forever. Exchanges that end by themselves go on, and answers they wait for are taken.
   * Returns at once; idempotent.
   */
  default void drain() {}

  /**
   * Comes to the end, after {@link #drain}: cancels what still goes on, and lets go of what the
   * endpoint holds. From now on it is not called any more. Returns at once; idempotent.
   */
  default void release() {}
}
