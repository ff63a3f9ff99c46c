/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

/**
 * Parameters of a notification.
 *
 * <p>Specification 2026-07-28: schema, NotificationParams.
 */
public interface NotificationParams {
  /**
   * Returns the metadata of the notification.
   *
   * @return the metadata, {@link NotificationMeta#EMPTY} if there was none
   */
  NotificationMeta meta();

  /**
   * Makes a copy with other metadata.
   *
   * @param meta the metadata of the copy
   * @return the copy
   */
  NotificationParams withMeta(NotificationMeta meta);
}
