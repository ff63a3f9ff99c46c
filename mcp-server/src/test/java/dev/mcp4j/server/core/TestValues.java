/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import java.util.List;

/** Values that tests of several classes send. */
final class TestValues {
  static final Implementation SERVER = Implementation.builder("test", "1.0").build();

  static final RequestMeta META =
      RequestMeta.builder()
          .protocolVersion(ProtocolVersion.V2026_07_28)
          .clientCapabilities(ClientCapabilities.NONE)
          .build();

  private TestValues() {}

  static CallToolRequestParams toolCall(String tool, RequestMeta meta) {
    return new CallToolRequestParams(tool, null, null, null, meta);
  }

  static ListToolsResult noTools() {
    return new ListToolsResult(List.of(), null, null, ResultMeta.EMPTY);
  }

  static Inbound request(long id, String method, RequestParams params) {
    return new Inbound.Single(new JsonRpcRequest(RequestId.of(id), method, Payload.of(params)));
  }

  static Inbound call(long id) {
    return call(id, META);
  }

  static Inbound call(long id, RequestMeta meta) {
    return request(id, Methods.CALL_TOOL.name(), toolCall("t" + id, meta));
  }

  static Inbound listen(long id, SubscriptionFilter filter) {
    return request(id, Methods.LISTEN.name(), new SubscriptionsListenRequestParams(filter, META));
  }

  static Inbound cancel(long id) {
    return new Inbound.Single(
        new JsonRpcNotification(
            Notifications.CANCELLED.name(),
            Payload.of(
                new CancelledNotificationParams(
                    RequestId.of(id), "no longer wanted", NotificationMeta.EMPTY))));
  }
}
