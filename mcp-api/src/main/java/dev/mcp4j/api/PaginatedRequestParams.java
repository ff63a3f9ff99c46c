/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a list request.
 *
 * <p>Specification 2026-07-28: server/utilities/pagination.
 *
 * @param cursor the cursor a page handed out; null for the first page
 * @param meta the metadata of the request
 */
public record PaginatedRequestParams(@Nullable String cursor, RequestMeta meta)
    implements RequestParams {
  /**
   * Checks and copies the components.
   *
   * @param cursor may be null
   * @param meta not null
   */
  public PaginatedRequestParams {
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public PaginatedRequestParams withMeta(RequestMeta meta) {
    return new PaginatedRequestParams(cursor, meta);
  }
}
