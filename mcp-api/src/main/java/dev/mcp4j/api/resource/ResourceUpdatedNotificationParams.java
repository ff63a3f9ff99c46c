/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import java.util.Objects;

/**
 * Which resource changed.
 *
 * <p>Specification 2026-07-28: server/resources, Subscriptions.
 *
 * @param uri the URI, possibly of a part of the subscribed resource
 * @param meta the metadata of the notification
 */
public record ResourceUpdatedNotificationParams(String uri, NotificationMeta meta)
    implements NotificationParams {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param meta not null
   */
  public ResourceUpdatedNotificationParams {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ResourceUpdatedNotificationParams withMeta(NotificationMeta meta) {
    return new ResourceUpdatedNotificationParams(uri, meta);
  }
}
