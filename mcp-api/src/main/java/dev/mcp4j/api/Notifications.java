/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import java.util.List;

/**
 * The notifications of the core protocol.
 *
 * <p>Specification 2026-07-28: schema, ServerNotification and ClientNotification.
 */
public final class Notifications {
  /** A request is no longer wanted, or a subscription is torn down. */
  public static final NotificationMethod<CancelledNotificationParams> CANCELLED =
      new NotificationMethod<>("notifications/cancelled", CancelledNotificationParams.class);

  /** A request has come further. */
  public static final NotificationMethod<ProgressNotificationParams> PROGRESS =
      new NotificationMethod<>("notifications/progress", ProgressNotificationParams.class);

  /** A request logs something. */
  public static final NotificationMethod<LoggingMessageNotificationParams> MESSAGE =
      new NotificationMethod<>("notifications/message", LoggingMessageNotificationParams.class);

  /** The list of tools changed. */
  public static final NotificationMethod<EmptyNotificationParams> TOOLS_LIST_CHANGED =
      new NotificationMethod<>("notifications/tools/list_changed", EmptyNotificationParams.class);

  /** The list of prompts changed. */
  public static final NotificationMethod<EmptyNotificationParams> PROMPTS_LIST_CHANGED =
      new NotificationMethod<>("notifications/prompts/list_changed", EmptyNotificationParams.class);

  /** The list of resources changed. */
  public static final NotificationMethod<EmptyNotificationParams> RESOURCES_LIST_CHANGED =
      new NotificationMethod<>(
          "notifications/resources/list_changed", EmptyNotificationParams.class);

  /** A resource changed. */
  public static final NotificationMethod<ResourceUpdatedNotificationParams> RESOURCE_UPDATED =
      new NotificationMethod<>(
          "notifications/resources/updated", ResourceUpdatedNotificationParams.class);

  /** A subscription begins. */
  public static final NotificationMethod<SubscriptionsAcknowledgedNotificationParams>
      SUBSCRIPTIONS_ACKNOWLEDGED =
          new NotificationMethod<>(
              "notifications/subscriptions/acknowledged",
              SubscriptionsAcknowledgedNotificationParams.class);

  /** All of them. */
  public static final List<NotificationMethod<?>> ALL =
      List.of(
          CANCELLED,
          PROGRESS,
          MESSAGE,
          TOOLS_LIST_CHANGED,
          PROMPTS_LIST_CHANGED,
          RESOURCES_LIST_CHANGED,
          RESOURCE_UPDATED,
          SUBSCRIPTIONS_ACKNOWLEDGED);

  private Notifications() {}
}
