/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.concurrent.CancellationException;

/**
 * Tells whether a request is still wanted. A request is cancelled when its client says so, when its
 * client has gone, when it runs out of time, and when the server stops.
 *
 * <p>The thread of the handler is interrupted as well, once. Safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/patterns/cancellation.
 */
public interface Cancellation {
  /** The cancellation of a request that cannot be cancelled. */
  Cancellation NEVER =
      new Cancellation() {
        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public void onCancel(Runnable action) {}
      };

  /**
   * Tells whether the request was cancelled.
   *
   * @return true from then on
   */
  boolean isCancelled();

  /**
   * Leaves the handler if the request was cancelled.
   *
   * @throws CancellationException if it was
   */
  default void throwIfCancelled() {
    if (isCancelled()) {
      throw new CancellationException("the request was cancelled");
    }
  }

  /**
   * Runs an action when the request is cancelled, on a thread of the server. Runs it at once, on
   * the calling thread, if that has already happened, and never if the request ends otherwise. What
   * the action throws is logged.
   *
   * @param action what to do, for example closing a connection the handler waits for
   */
  void onCancel(Runnable action);
}
