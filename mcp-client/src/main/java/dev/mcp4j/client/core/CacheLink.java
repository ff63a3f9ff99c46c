/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.CacheMode;
import dev.mcp4j.client.transport.ClientTransport;
import java.util.function.Function;

/**
 * Answers calls with what the server said is still fresh.
 *
 * <p>Specification 2026-07-28: server/utilities/caching.
 */
final class CacheLink {
  private final ResultCache cache;
  private final ClientTransport transport;

  CacheLink(ResultCache cache, ClientTransport transport) {
    this.cache = cache;
    this.transport = transport;
  }

  <P extends RequestParams, R extends Result> R run(
      Invocation<P, R> call, Function<Invocation<P, R>, Answer<R>> next) {
    CacheMode mode = call.settings().cache();
    if (mode == CacheMode.BYPASS || !isCacheable(call)) {
      return next.apply(call).result();
    }
    ResultCache.Key key = key(call);
    if (mode == CacheMode.USE) {
      CacheableResult fresh = cache.get(key);
      if (fresh != null) {
        return call.method().resultType().cast(fresh);
      }
    }
    long epoch = cache.epoch(key.target());
    Answer<R> answer = next.apply(call);
    if (!answer.afterInput()
        && answer.result() instanceof CacheableResult result
        && key.isOf(transport.authorizationPartition())) {
      cache.put(key, result, epoch);
    }
    return answer.result();
  }

  private static boolean isCacheable(Invocation<?, ?> call) {
    boolean carriesInput =
        call.params() instanceof InputResponseRequestParams params
            && (params.inputResponses() != null || params.requestState() != null);
    return CacheableResult.class.isAssignableFrom(call.method().resultType()) && !carriesInput;
  }

  /** Of the metadata only what we do not know can matter to the result. */
  private ResultCache.Key key(Invocation<?, ?> call) {
    RequestMeta meta = RequestMeta.builder().other(call.params().meta().other()).build();
    return new ResultCache.Key(
        transport.target(),
        call.method().name(),
        call.params().withMeta(meta),
        transport.authorizationPartition());
  }
}
