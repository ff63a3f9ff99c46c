/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import tools.jackson.databind.JsonNode;

/**
 * Hears of changes on a server. Every method does nothing unless overridden. Methods are called one
 * at a time and in order, by a thread that serves the subscription alone; what they take long for
 * is not lost but waits. An exception is logged and changes nothing.
 *
 * <p>When a method is called, what the client had cached of the changed thing is forgotten already.
 */
public interface ChangeListener {
  /**
   * The server has agreed to a subscription, at first or after it was opened again.
   *
   * @param filter what it will report, which can be less than was asked for
   */
  default void onAcknowledged(SubscriptionFilter filter) {}

  /** The list of tools has changed. */
  default void onToolsChanged() {}

  /** The list of prompts has changed. */
  default void onPromptsChanged() {}

  /** The list of resources, or of resource templates, has changed. */
  default void onResourcesChanged() {}

  /**
   * A resource has changed.
   *
   * @param uri the resource: one subscribed to, or a part of it
   */
  default void onResourceUpdated(String uri) {}

  /**
   * Something has happened that an extension defines.
   *
   * @param method the method of the notification
   * @param params its parameters, an object
   */
  default void onOther(String method, JsonNode params) {}

  /**
   * The subscription was interrupted and is open again. Changes in between are not reported:
   * whoever keeps a copy of something fetches it again now.
   */
  default void resynchronize() {}

  /**
   * The subscription has ended and is given up. Not called when it, or the client, was closed.
   *
   * @param cause why
   */
  default void onEnd(McpClientException cause) {}
}
