/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.PayloadTypes;

/** The types of the core, with one type for every result. */
record CoreWithResult(Class<? extends Result> result) implements PayloadTypes {
  @Override
  public Class<? extends RequestParams> requestParams(String method) {
    return CORE.requestParams(method);
  }

  @Override
  public Class<? extends NotificationParams> notificationParams(String method) {
    return CORE.notificationParams(method);
  }

  @Override
  public Class<? extends Result> result(RequestId id) {
    return result;
  }
}
