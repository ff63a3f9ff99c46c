/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * Parameters of a notification that has none of its own.
 *
 * <p>Specification 2026-07-28: schema, NotificationParams.
 *
 * @param meta the metadata of the notification
 */
public record EmptyNotificationParams(NotificationMeta meta) implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param meta not null
   */
  public EmptyNotificationParams {
    Objects.requireNonNull(meta, "meta");
  }

  /** No parameters, no metadata. */
  public static final EmptyNotificationParams INSTANCE =
      new EmptyNotificationParams(NotificationMeta.EMPTY);

  @Override
  public EmptyNotificationParams withMeta(NotificationMeta meta) {
    return new EmptyNotificationParams(meta);
  }
}
