/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.subscription;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import java.util.Objects;

/**
 * A subscription ended gracefully. The metadata names it.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions, Graceful Closure.
 *
 * @param meta the metadata of the result
 */
public record SubscriptionsListenResult(ResultMeta meta) implements Result {
  /**
   * Checks and copies the components.
   *
   * @param meta not null
   */
  public SubscriptionsListenResult {
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public SubscriptionsListenResult withMeta(ResultMeta meta) {
    return new SubscriptionsListenResult(meta);
  }
}
