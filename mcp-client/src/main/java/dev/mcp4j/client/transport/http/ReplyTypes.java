/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.PayloadTypes;
import org.jspecify.annotations.Nullable;

/** Reads the notifications of the core protocol, and the result of one request. */
record ReplyTypes(ClientRequest request) implements PayloadTypes {
  @Override
  public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
    return PayloadTypes.CORE.notificationParams(method);
  }

  @Override
  public @Nullable Class<? extends Result> result(RequestId id) {
    return request.message().id().equals(id) ? request.resultType() : null;
  }
}
