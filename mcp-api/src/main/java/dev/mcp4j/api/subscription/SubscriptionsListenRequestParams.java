/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.subscription;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;

/**
 * Which changes to listen for.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions, Opening a Stream.
 *
 * @param notifications the wanted changes
 * @param meta the metadata of the request
 */
public record SubscriptionsListenRequestParams(SubscriptionFilter notifications, RequestMeta meta)
    implements RequestParams {
  /**
   * Checks and copies the components.
   *
   * @param notifications not null
   * @param meta not null
   */
  public SubscriptionsListenRequestParams {
    Objects.requireNonNull(notifications, "notifications");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public SubscriptionsListenRequestParams withMeta(RequestMeta meta) {
    return new SubscriptionsListenRequestParams(notifications, meta);
  }
}
