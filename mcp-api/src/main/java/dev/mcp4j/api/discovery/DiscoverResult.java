/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.discovery;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server supports and how to use it.
 *
 * <p>Specification 2026-07-28: server/discover.
 *
 * @param supportedVersions the revisions it supports
 * @param capabilities what it can do
 * @param instructions guidance for models; null if absent
 * @param cacheHints how long and by whom the result may be reused; null where the peer gave no hint
 * @param meta the metadata of the result
 */
public record DiscoverResult(
    List<String> supportedVersions,
    ServerCapabilities capabilities,
    @Nullable String instructions,
    @Nullable CacheHints cacheHints,
    ResultMeta meta)
    implements CacheableResult {
  /**
   * Checks and copies the components.
   *
   * @param supportedVersions copied; no null elements
   * @param capabilities not null
   * @param instructions may be null
   * @param cacheHints may be null
   * @param meta not null
   */
  public DiscoverResult {
    supportedVersions = List.copyOf(supportedVersions);
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public DiscoverResult withCacheHints(CacheHints cacheHints) {
    return new DiscoverResult(supportedVersions, capabilities, instructions, cacheHints, meta);
  }

  @Override
  public DiscoverResult withMeta(ResultMeta meta) {
    return new DiscoverResult(supportedVersions, capabilities, instructions, cacheHints, meta);
  }
}
