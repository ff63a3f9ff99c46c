/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.notification;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A log message of a request.
 *
 * <p>Specification 2026-07-28: server/utilities/logging.
 *
 * @param level how severe
 * @param logger the name of the logger; null if absent
 * @param data the message, any JSON value
 * @param meta the metadata of the notification
 */
public record LoggingMessageNotificationParams(
    LoggingLevel level, @Nullable String logger, JsonNode data, NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param level not null
   * @param logger may be null
   * @param data not null
   * @param meta not null
   */
  public LoggingMessageNotificationParams {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public LoggingMessageNotificationParams withMeta(NotificationMeta meta) {
    return new LoggingMessageNotificationParams(level, logger, data, meta);
  }
}
