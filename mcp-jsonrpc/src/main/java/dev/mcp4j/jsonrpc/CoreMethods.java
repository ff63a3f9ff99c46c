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

/** The types of the parameters of the core protocol by method. */
final class CoreMethods {
  private static final Map<String, Class<? extends RequestParams>> REQUESTS =
      Methods.ALL.stream()
          .collect(toUnmodifiableMap(RequestMethod::name, RequestMethod::paramsType));
  private static final Map<String, Class<? extends NotificationParams>> NOTIFICATIONS =
      Notifications.ALL.stream()
          .collect(toUnmodifiableMap(NotificationMethod::name, NotificationMethod::paramsType));

  private CoreMethods() {}

  static @Nullable Class<? extends RequestParams> requestParams(String method) {
    return REQUESTS.get(method);
  }

  static @Nullable Class<? extends NotificationParams> notificationParams(String method) {
    return NOTIFICATIONS.get(method);
  }
}
