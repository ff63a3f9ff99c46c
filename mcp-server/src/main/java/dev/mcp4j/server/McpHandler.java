/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.Reply;

/**
 * A whole server as a function from request to reply. It holds no connection and no session.
 *
 * <p>Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface McpHandler {
  /**
   * Answers a request. Blocks until the answer is known; interrupting the thread asks it to give
   * up.
   *
   * @param request the request
   * @param notifier where notifications about this request go until the method returns
   * @return the reply, never null
   * @throws McpException if the request fails with an error meant for the peer
   * @throws Exception if it fails for a reason the peer must not learn
   */
  Reply<?> handle(McpRequest<?> request, Notifier notifier) throws Exception;
}
