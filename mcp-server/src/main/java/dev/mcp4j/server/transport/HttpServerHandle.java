/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.net.URI;

/** A running HTTP server. Safe for use by several threads. */
public interface HttpServerHandle extends AutoCloseable {
  /**
   * Returns where clients find the server.
   *
   * @return the URI of the endpoint with the port in use; its host is {@code localhost} if the
   *     server listens on every address
   */
  URI uri();

  /**
   * Stops the server: refuses new calls with status 503, ends subscriptions with their result, lets
   * calls in flight finish, and after the drain time cancels what is left. Blocks until all that is
   * done. Idempotent; a second call waits for the first.
   *
   * <p>If the calling thread is interrupted, the rest is cancelled at once.
   */
  @Override
  void close();

  /**
   * Waits until somebody has closed the server.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  void awaitStop() throws InterruptedException;
}
