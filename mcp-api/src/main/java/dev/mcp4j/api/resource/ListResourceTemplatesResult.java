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
 * One page of resource templates.
 *
 * <p>Specification 2026-07-28: server/resources, Resource Templates.
 *
 * @param resourceTemplates the templates
 * @param nextCursor the opaque cursor of the next page, possibly empty; null on the last page
 * @param cacheHints how long and by whom the result may be reused; null where the peer gave no hint
 * @param meta the metadata of the result
 */
public record ListResourceTemplatesResult(
    List<ResourceTemplate> resourceTemplates,
    @Nullable String nextCursor,
    @Nullable CacheHints cacheHints,
    ResultMeta meta)
    implements CacheableResult {
  /**
   * Checks and copies the components.
   *
   * @param resourceTemplates copied; no null elements
   * @param nextCursor may be null
   * @param cacheHints may be null
   * @param meta not null
   */
  public ListResourceTemplatesResult {
    resourceTemplates = List.copyOf(resourceTemplates);
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public ListResourceTemplatesResult withCacheHints(CacheHints cacheHints) {
    return new ListResourceTemplatesResult(resourceTemplates, nextCursor, cacheHints, meta);
  }

  @Override
  public ListResourceTemplatesResult withMeta(ResultMeta meta) {
    return new ListResourceTemplatesResult(resourceTemplates, nextCursor, cacheHints, meta);
  }
}
