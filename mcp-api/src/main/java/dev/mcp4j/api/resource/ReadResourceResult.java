/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.ResultMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a resource.
 *
 * <p>Specification 2026-07-28: server/resources, Reading Resources.
 *
 * @param contents the contents, one or more parts
 * @param cacheHints how long and by whom the result may be reused; null where the peer gave no hint
 * @param meta the metadata of the result
 */
public record ReadResourceResult(
    List<ResourceContents> contents, @Nullable CacheHints cacheHints, ResultMeta meta)
    implements CacheableResult {
  /**
   * Checks and copies the components.
   *
   * @param contents copied; no null elements
   * @param cacheHints may be null
   * @param meta not null
   */
  public ReadResourceResult {
    contents = List.copyOf(contents);
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ReadResourceResult withCacheHints(CacheHints cacheHints) {
    return new ReadResourceResult(contents, cacheHints, meta);
  }

  @Override
  public ReadResourceResult withMeta(ResultMeta meta) {
    return new ReadResourceResult(contents, cacheHints, meta);
  }
}
