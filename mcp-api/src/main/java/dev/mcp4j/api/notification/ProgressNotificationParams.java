/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.notification;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ProgressToken;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is.
 *
 * <p>Specification 2026-07-28: basic/patterns/progress.
 *
 * @param progressToken the token of the request
 * @param progress how much is done; grows with every notification
 * @param total how much there is to do; null if unknown
 * @param message what is being done, for people; null if absent
 * @param meta the metadata of the notification
 */
public record ProgressNotificationParams(
    ProgressToken progressToken,
    double progress,
    @Nullable Double total,
    @Nullable String message,
    NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param progressToken not null
   * @param progress any value
   * @param total may be null
   * @param message may be null
   * @param meta not null
   */
  public ProgressNotificationParams {
    Objects.requireNonNull(progressToken, "progressToken");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ProgressNotificationParams withMeta(NotificationMeta meta) {
    return new ProgressNotificationParams(progressToken, progress, total, message, meta);
  }
}
