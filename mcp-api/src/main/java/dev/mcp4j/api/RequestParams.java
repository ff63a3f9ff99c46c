/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

/**
 * Parameters of a request.
 *
 * <p>Specification 2026-07-28: schema, RequestParams.
 */
public interface RequestParams {
  /**
   * Returns the metadata of the request.
   *
   * @return the metadata, {@link RequestMeta#EMPTY} if there was none
   */
  RequestMeta meta();

  /**
   * Makes a copy with other metadata.
   *
   * @param meta the metadata of the copy
   * @return the copy
   */
  RequestParams withMeta(RequestMeta meta);
}
