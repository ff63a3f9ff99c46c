/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;

/** Where links come from: each new session needs one. Used by one thread at a time. */
public interface Links extends AutoCloseable {
  /**
   * Makes a link, which may take a connection or a process. Blocks as long as that takes.
   *
   * @return a link that was not started yet
   * @throws TransportException if there is none to be had
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  LegacyLink connect() throws InterruptedException;

  /**
   * Turns to another kind of link after the handshake has failed.
   *
   * @param refusal how it failed
   * @return whether there is another kind that is worth a try
   */
  boolean fallBack(McpClientException refusal);

  /**
   * Tells whether there can be another link.
   *
   * @return false once it is certain that there is none
   */
  boolean isOpen();

  /** Lets go of what links have in common. Idempotent. */
  @Override
  void close();
}
