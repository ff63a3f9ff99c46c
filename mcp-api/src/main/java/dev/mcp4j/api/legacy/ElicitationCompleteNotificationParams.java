/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import java.util.Objects;

/**
 * Parameters of {@code notifications/elicitation/complete}: what the user did at a web page is
 * done.
 *
 * <p>Specification 2025-11-25: client/elicitation, Completion Notifications for URL Mode
 * Elicitation.
 *
 * @param elicitationId the id of the elicitation, as it was sent
 * @param meta the metadata of the notification
 */
public record ElicitationCompleteNotificationParams(String elicitationId, NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks the components.
   *
   * @param elicitationId not null
   * @param meta not null
   */
  public ElicitationCompleteNotificationParams {
    Objects.requireNonNull(elicitationId, "elicitationId");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ElicitationCompleteNotificationParams withMeta(NotificationMeta meta) {
    return new ElicitationCompleteNotificationParams(elicitationId, meta);
  }
}
