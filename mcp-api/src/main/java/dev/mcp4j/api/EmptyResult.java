/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * A result that says nothing but that the request succeeded.
 *
 * <p>Specification 2026-07-28: schema, EmptyResult.
 *
 * @param meta the metadata of the result
 */
public record EmptyResult(ResultMeta meta) implements Result {
  /**
   * Checks and copies the components.
   *
   * @param meta not null
   */
  public EmptyResult {
    Objects.requireNonNull(meta, "meta");
  }

  /** Nothing, without metadata. */
  public static final EmptyResult INSTANCE = new EmptyResult(ResultMeta.EMPTY);

  @Override
  public EmptyResult withMeta(ResultMeta meta) {
    return new EmptyResult(meta);
  }
}
