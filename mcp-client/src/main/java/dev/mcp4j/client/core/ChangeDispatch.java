/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.McpJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls the method of a listener that a notification is for. */
final class ChangeDispatch {
  private ChangeDispatch() {}

  static void dispatch(JsonRpcNotification notification, ChangeListener listener) {
    String method = notification.method();
    if (method.equals(Notifications.TOOLS_LIST_CHANGED.name())) {
      listener.onToolsChanged();
    } else if (method.equals(Notifications.PROMPTS_LIST_CHANGED.name())) {
      listener.onPromptsChanged();
    } else if (method.equals(Notifications.RESOURCES_LIST_CHANGED.name())) {
      listener.onResourcesChanged();
    } else if (notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof ResourceUpdatedNotificationParams updated) {
      listener.onResourceUpdated(updated.uri());
    } else {
      listener.onOther(method, json(notification.params()));
    }
  }

  private static JsonNode json(Payload params) {
    if (params instanceof Payload.Typed typed
        && typed.value() instanceof NotificationParams value) {
      return McpJson.toTree(value);
    }
    if (params instanceof Payload.Raw raw) {
      byte[] bytes = new byte[raw.length()];
      System.arraycopy(raw.bytes(), raw.offset(), bytes, 0, bytes.length);
      return McpJson.read(JsonNode.class, bytes);
    }
    return JsonNodeFactory.instance.objectNode();
  }
}
