/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Finds the authorization server of an MCP server that has no metadata of its own. Safe for use by
 * several threads.
 */
@FunctionalInterface
public interface ServerFallback {
  /**
   * Finds the authorization server.
   *
   * @param server the endpoint of the MCP server
   * @param documents fetches documents
   * @return the metadata, or null if there is no such server
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  @Nullable AuthorizationServerMetadata find(URI server, MetadataSource documents)
      throws InterruptedException;
}
