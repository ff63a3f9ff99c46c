/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which notifications about a request its client wants to see.
 *
 * <p>Specification 2026-07-28: basic/patterns/progress, Progress Flow; server/utilities/logging.
 */
final class NotificationGate {
  private static final Set<NotificationMethod<?>> NOT_OF_REQUESTS =
      Set.of(
          Notifications.CANCELLED,
          Notifications.TOOLS_LIST_CHANGED,
          Notifications.PROMPTS_LIST_CHANGED,
          Notifications.RESOURCES_LIST_CHANGED,
          Notifications.RESOURCE_UPDATED,
          Notifications.SUBSCRIPTIONS_ACKNOWLEDGED);

  private final @Nullable LoggingLevel least;
  private final @Nullable ProgressToken token;
  private double lastProgress = Double.NEGATIVE_INFINITY;

  NotificationGate(RequestMeta meta) {
    this.least = meta.logLevel();
    this.token = meta.progressToken();
  }

  static void requireOfRequest(NotificationMethod<?> method) {
    if (NOT_OF_REQUESTS.contains(method)) {
      throw new IllegalArgumentException(method.name() + " does not belong to a request");
    }
  }

  boolean admits(NotificationParams params) {
    if (params instanceof LoggingMessageNotificationParams message) {
      return least != null && message.level().compareTo(least) >= 0;
    }
    return !(params instanceof ProgressNotificationParams progress) || admitsProgress(progress);
  }

  private boolean admitsProgress(ProgressNotificationParams progress) {
    if (!progress.progressToken().equals(token)
        || !Double.isFinite(progress.progress())
        || progress.progress() <= lastProgress) {
      return false;
    }
    lastProgress = progress.progress();
    return true;
  }
}
