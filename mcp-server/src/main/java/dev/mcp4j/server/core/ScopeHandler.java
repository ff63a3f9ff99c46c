/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.Reply;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;

/** Answers the request of a scope. The pipeline is what answers all requests of this revision. */
@FunctionalInterface
public interface ScopeHandler {
  /**
   * Answers a request. Blocks until the answer is known; interrupting the thread asks it to give
   * up.
   *
   * @param request the request, cancelled with its scope
   * @param scope where notifications about the request go
   * @return the reply
   * @throws McpException if the request fails with an error meant for the peer
   * @throws Exception if it fails for a reason the peer must not learn
   */
  Reply<?> handle(McpRequest<?> request, RequestScope scope) throws Exception;
}
