/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.TextResourceContents;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the result of a read from what the handler returned. */
final class ResourceResults {
  private ResourceResults() {}

  /** Returns the result, or null if there is no such resource. */
  static @Nullable Reply<ReadResourceResult> of(
      String uri, @Nullable String mimeType, CacheHints hints, @Nullable Object value) {
    if (value == null) {
      return null;
    } else if (value instanceof Optional<?> optional) {
      return of(uri, mimeType, hints, optional.orElse(null));
    } else if (value instanceof String text) {
      return contents(
          List.of(new TextResourceContents(uri, mimeType, text, JsonObject.EMPTY)), hints);
    } else if (value instanceof byte[] bytes) {
      return contents(List.of(BlobResourceContents.of(uri, mimeType, bytes)), hints);
    } else if (value instanceof ResourceContents single) {
      return contents(List.of(single), hints);
    } else if (value instanceof List<?> list
        && list.stream().allMatch(ResourceContents.class::isInstance)) {
      return contents(list.stream().map(ResourceContents.class::cast).toList(), hints);
    } else if (value instanceof ReadResourceResult result) {
      return complete(result, hints);
    } else if (value instanceof Reply.Complete<?> complete
        && complete.result() instanceof ReadResourceResult result) {
      return complete(result, hints);
    } else if (value instanceof Reply.InputRequired<?> asks) {
      return new Reply.InputRequired<>(asks.requests(), asks.state(), asks.meta());
    }
    throw new IllegalStateException("a resource cannot be read as a " + value.getClass().getName());
  }

  private static Reply<ReadResourceResult> contents(
      List<ResourceContents> contents, CacheHints hints) {
    return new Reply.Complete<>(new ReadResourceResult(contents, hints, ResultMeta.EMPTY));
  }

  private static Reply<ReadResourceResult> complete(ReadResourceResult result, CacheHints hints) {
    return new Reply.Complete<>(
        result.cacheHints() == null ? result.withCacheHints(hints) : result);
  }
}
