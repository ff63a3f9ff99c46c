/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

/**
 * The open body of a response. What is handed over waits in a bounded queue until the engine has
 * written it; a client that reads too slowly fills its queue and nobody else's.
 *
 * <p>Safe for use by several threads. No method blocks.
 */
public interface EventStream {
  /**
   * Hands over a piece. It is written whole, after those handed over before, and without waiting
   * for more.
   *
   * @param event the bytes, which nobody modifies any more
   * @return false if it was not taken, because the queue is full or the stream has ended
   */
  boolean offer(byte[] event);

  /**
   * Runs an action once there is room for another piece; at once if there is. Never runs it if the
   * stream ends before that. Every action given runs once.
   *
   * @param action what to do, on any thread, without blocking
   */
  void onRoom(Runnable action);

  /** Ends the stream after everything handed over was written. Idempotent. */
  void close();
}
