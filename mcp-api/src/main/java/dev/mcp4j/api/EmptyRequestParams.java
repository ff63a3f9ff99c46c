/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * Parameters of a request that has none of its own.
 *
 * <p>Specification 2026-07-28: schema, RequestParams.
 *
 * @param meta the metadata of the request
 */
public record EmptyRequestParams(RequestMeta meta) implements RequestParams {
  /**
   * Checks and copies the components.
   *
   * @param meta not null
   */
  public EmptyRequestParams {
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public EmptyRequestParams withMeta(RequestMeta meta) {
    return new EmptyRequestParams(meta);
  }
}
