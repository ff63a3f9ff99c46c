/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something of an extension that clients can subscribe to: a member of the filter of {@code
 * subscriptions/listen} that lists keys, and a notification that brings what is behind a key.
 *
 * <p>Whoever subscribes hears at once how things stand, and from then on whenever somebody
 * publishes a {@link dev.mcp4j.server.event.ServerEvent.Extension} of this topic and the key.
 * Events that come faster than they can be delivered become one. Safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions, Notification Filter.
 */
public interface SubscriptionTopic {
  /**
   * Names the topic.
   *
   * @return the member of the filter, which no feature of the core has
   */
  String member();

  /**
   * Returns the notification.
   *
   * @return its method
   */
  NotificationMethod<ExtensionNotificationParams> notification();

  /**
   * Decides what a client gets of what it wants. May block.
   *
   * @param wanted the value of the member
   * @param request the request
   * @return the keys it will hear of; they are acknowledged as a list of strings
   * @throws McpException if the request is at fault
   */
  Set<String> accept(JsonNode wanted, McpRequest<SubscriptionsListenRequestParams> request);

  /**
   * Returns how things stand. May block.
   *
   * @param key the key
   * @param caller who is told
   * @return the members of the notification; null if there is nothing to say
   */
  @Nullable JsonObject current(String key, Caller caller);
}
