/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists a registry, page by page.
 *
 * <p>Specification 2026-07-28: server/utilities/pagination and caching.
 *
 * @param registry what is listed
 * @param caching how long a page may be cached
 * @param results makes the result
 */
record ListRoute<D, R extends CacheableResult>(
    Registry<D, ? extends Registered<D>> registry, CachePolicy caching, Results<D, R> results)
    implements Route<PaginatedRequestParams, R> {

  /** Makes the result of a page. */
  @FunctionalInterface
  interface Results<D, R> {
    R of(List<D> items, @Nullable String nextCursor, CacheHints hints);
  }

  @Override
  public Reply<R> handle(McpRequest<PaginatedRequestParams> request, Notifier notifier) {
    Registry.Page<D> page = registry.page(request.params().cursor(), request.caller());
    CacheHints hints = caching.hints(page.dependsOnCaller(), request.caller());
    return new Reply.Complete<>(results.of(page.items(), page.nextCursor(), hints));
  }

  @Override
  public boolean inline(PaginatedRequestParams params) {
    return true;
  }
}
