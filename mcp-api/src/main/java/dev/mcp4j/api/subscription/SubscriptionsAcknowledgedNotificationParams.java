/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.subscription;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import java.util.Objects;

/**
 * Which of the wanted changes the server will report.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions, Acknowledgment.
 *
 * @param notifications the subset the server agreed to
 * @param meta the metadata of the notification
 */
public record SubscriptionsAcknowledgedNotificationParams(
    SubscriptionFilter notifications, NotificationMeta meta) implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param notifications not null
   * @param meta not null
   */
  public SubscriptionsAcknowledgedNotificationParams {
    Objects.requireNonNull(notifications, "notifications");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public SubscriptionsAcknowledgedNotificationParams withMeta(NotificationMeta meta) {
    return new SubscriptionsAcknowledgedNotificationParams(notifications, meta);
  }
}
