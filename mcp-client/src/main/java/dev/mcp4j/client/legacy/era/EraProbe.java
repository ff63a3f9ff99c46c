/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.client.McpClientException;

/** Finds out what kind of server there is. Used by one thread at a time. */
interface EraProbe {
  /**
   * Asks the server. Blocks. If the verdict is {@link Verdict#LEGACY}, a session has begun.
   *
   * @return {@link Verdict#MODERN} or {@link Verdict#LEGACY}
   * @throws McpClientException if it cannot be found out now
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Verdict probe() throws InterruptedException;

  /** Lets go of what only the probe needs. Called by any thread. */
  default void close() {}
}
