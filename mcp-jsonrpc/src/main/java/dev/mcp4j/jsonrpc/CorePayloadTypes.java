/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the core protocol by method. */
final class CorePayloadTypes implements PayloadTypes {
  private final Map<String, Class<? extends RequestParams>> requests =
      Methods.ALL.stream()
          .collect(toUnmodifiableMap(RequestMethod::name, RequestMethod::paramsType));
  private final Map<String, Class<? extends NotificationParams>> notifications =
      Notifications.ALL.stream()
          .collect(toUnmodifiableMap(NotificationMethod::name, NotificationMethod::paramsType));

  @Override
  public @Nullable Class<? extends RequestParams> requestParams(String method) {
    return requests.get(method);
  }

  @Override
  public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
    return notifications.get(method);
  }
}
