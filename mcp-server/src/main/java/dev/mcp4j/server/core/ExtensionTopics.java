/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.extension.SubscriptionTopic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What clients can subscribe to besides the changes of the core. */
public final class ExtensionTopics {
  private final List<SubscriptionTopic> topics;
  private final Executor executor;

  /**
   * Makes the topics of a server.
   *
   * @param topics the topics of all its extensions
   * @param executor reads what is behind an event
   */
  public ExtensionTopics(List<SubscriptionTopic> topics, Executor executor) {
    this.topics = List.copyOf(topics);
    this.executor = executor;
  }

  /**
   * What a subscription gets of its extensions.
   *
   * @param members what is acknowledged, as members of the filter
   * @param events what it hears of, and what knows how things stand
   * @param executor reads that
   */
  record Accepted(
      JsonObject members, Map<ServerEvent.Extension, SubscriptionTopic> events, Executor executor) {
    /** Nothing. */
    static final Accepted NONE = new Accepted(JsonObject.EMPTY, Map.of(), Runnable::run);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return topics.isEmpty();
  }

  /**
   * Tells whether a filter names one of the topics, so that accepting it may block.
   *
   * @param wanted the filter
   * @return true if it does
   */
  public boolean concern(SubscriptionFilter wanted) {
    return !wanted.other().isEmpty()
        && topics.stream().anyMatch(topic -> wanted.other().get(topic.member()) != null);
  }

  Accepted accept(McpRequest<SubscriptionsListenRequestParams> request) {
    JsonObject wanted = request.params().notifications().other();
    if (topics.isEmpty() || wanted.isEmpty()) {
      return Accepted.NONE;
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    Map<ServerEvent.Extension, SubscriptionTopic> events = new LinkedHashMap<>();
    for (SubscriptionTopic topic : topics) {
      JsonNode value = wanted.get(topic.member());
      if (value != null) {
        Set<String> keys = topic.accept(value, request);
        ArrayNode acknowledged = members.putArray(topic.member());
        for (String key : keys) {
          acknowledged.add(key);
          events.put(new ServerEvent.Extension(topic.member(), key), topic);
        }
      }
    }
    return new Accepted(new JsonObject(members), events, executor);
  }
}
