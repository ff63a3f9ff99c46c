/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a notification tells about itself.
 *
 * <p>Specification 2026-07-28: basic, _meta.
 *
 * @param subscriptionId the subscription it is delivered on; null outside subscriptions
 * @param other metadata keys this type does not name
 */
public record NotificationMeta(@Nullable RequestId subscriptionId, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param subscriptionId may be null
   * @param other not null
   */
  public NotificationMeta {
    Objects.requireNonNull(other, "other");
  }

  /** No metadata at all. */
  public static final NotificationMeta EMPTY = new NotificationMeta(null, JsonObject.EMPTY);
}
