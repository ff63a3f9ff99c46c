/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what a change has made out of date. */
final class ChangeEvents {
  private static final Logger log = LoggerFactory.getLogger(ChangeEvents.class);

  private final ClientTransport transport;
  private final ResultCache cache;
  private final ToolCatalog catalog;

  ChangeEvents(ClientTransport transport, ResultCache cache, ToolCatalog catalog) {
    this.transport = transport;
    this.cache = cache;
    this.catalog = catalog;
  }

  /** Takes a message that belongs to no open request. Evicting too much does no harm. */
  void onUnmatched(JsonRpcMessage message) {
    if (message instanceof JsonRpcNotification notification) {
      log.debug("{} without a request", notification.method());
      evict(notification);
    } else if (message instanceof JsonRpcResponse response) {
      log.debug("ignored a response nobody waits for, id {}", response.id());
    } else {
      log.debug("ignored a request of the server, which it must not send");
    }
  }

  void evict(JsonRpcNotification notification) {
    String method = notification.method();
    if (method.equals(Notifications.TOOLS_LIST_CHANGED.name())) {
      toolsChanged();
    } else if (method.equals(Notifications.PROMPTS_LIST_CHANGED.name())) {
      cache.evict(transport.target(), Methods.LIST_PROMPTS.name());
    } else if (method.equals(Notifications.RESOURCES_LIST_CHANGED.name())) {
      resourcesChanged();
    } else if (notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof ResourceUpdatedNotificationParams updated) {
      cache.evictResource(transport.target(), updated.uri());
    }
  }

  /** Forgets everything a subscription would have reported. */
  void evictAll(SubscriptionFilter filter) {
    if (Boolean.TRUE.equals(filter.toolsListChanged())) {
      toolsChanged();
    }
    if (Boolean.TRUE.equals(filter.promptsListChanged())) {
      cache.evict(transport.target(), Methods.LIST_PROMPTS.name());
    }
    if (Boolean.TRUE.equals(filter.resourcesListChanged())) {
      resourcesChanged();
    }
    filter.resourceSubscriptions().forEach(uri -> cache.evictResource(transport.target(), uri));
  }

  private void toolsChanged() {
    cache.evict(transport.target(), Methods.LIST_TOOLS.name());
    catalog.clear();
  }

  private void resourcesChanged() {
    cache.evict(transport.target(), Methods.LIST_RESOURCES.name());
    cache.evict(transport.target(), Methods.LIST_RESOURCE_TEMPLATES.name());
  }
}
