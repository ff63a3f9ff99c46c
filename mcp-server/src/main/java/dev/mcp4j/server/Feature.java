/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;

/** A capability and the methods behind it: tools, prompts, and every extension. */
public interface Feature {
  /**
   * Adds what this feature can do to the capabilities of the server. Called for every discovery.
   *
   * @param capabilities what the features before this one added
   * @param meta the metadata of the request that asks
   */
  void describe(ServerCapabilities.Builder capabilities, RequestMeta meta);

  /**
   * Registers the methods of this feature. Called once, when the server is built.
   *
   * @param routes where to register them
   */
  void routes(RouteTable routes);
}
