/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.notification;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.RequestId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which request is no longer wanted.
 *
 * <p>Specification 2026-07-28: basic/patterns/cancellation.
 *
 * @param requestId the id of the request
 * @param reason why, for logs and people; null if absent
 * @param meta the metadata of the notification
 */
public record CancelledNotificationParams(
    RequestId requestId, @Nullable String reason, NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param requestId not null
   * @param reason may be null
   * @param meta not null
   */
  public CancelledNotificationParams {
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public CancelledNotificationParams withMeta(NotificationMeta meta) {
    return new CancelledNotificationParams(requestId, reason, meta);
  }
}
