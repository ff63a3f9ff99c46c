/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;

/**
 * Parameters of {@code resources/subscribe}, by which a client wants to hear when a resource
 * changes.
 *
 * <p>Specification 2025-11-25: server/resources, Subscriptions.
 *
 * @param uri the URI of the resource
 * @param meta the metadata of the request
 */
public record SubscribeRequestParams(String uri, RequestMeta meta) implements RequestParams {
  /**
   * Checks the components.
   *
   * @param uri not null
   * @param meta not null
   */
  public SubscribeRequestParams {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public SubscribeRequestParams withMeta(RequestMeta meta) {
    return new SubscribeRequestParams(uri, meta);
  }
}
