/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.server.extension.ServerContext;
import dev.mcp4j.server.extension.SubscriptionTopic;
import dev.mcp4j.server.extension.ToolCallWrapper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Names the extension this feature implements. What follows is only of use for a client that
   * declares it.
   *
   * @return the identifier, or null if the feature belongs to the core protocol
   */
  default @Nullable String extension() {
    return null;
  }

  /**
   * Names the types of results the extension has beyond those of the core. A reply of another type
   * is never sent, nor is one of these to a client that does not declare the extension.
   *
   * @return the types, each of one feature alone
   */
  default Set<String> resultTypes() {
    return Set.of();
  }

  /**
   * Returns what clients can subscribe to.
   *
   * @return the topics
   */
  default List<SubscriptionTopic> topics() {
    return List.of();
  }

  /**
   * Returns what stands around the handlers of tools.
   *
   * @return the wrapper, or null for nothing
   */
  default @Nullable ToolCallWrapper toolCalls() {
    return null;
  }

  /**
   * Called once, when the server is built, before any request.
   *
   * @param context what the server offers
   */
  default void start(ServerContext context) {}

  /** Called when the server is closed. Idempotent; does not wait. */
  default void close() {}
}
