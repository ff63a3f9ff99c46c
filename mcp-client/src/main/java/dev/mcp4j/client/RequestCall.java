/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.client.core.CallControl;
import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import java.util.Objects;

/**
 * A call of any method. Made by {@link McpClient#request}.
 *
 * @param <P> the parameters
 * @param <R> the result
 */
public final class RequestCall<P extends RequestParams, R extends Result>
    extends Call<R, RequestCall<P, R>> {
  private final RequestMethod<P, R> method;
  private final P params;
  private CacheMode cache = CacheMode.USE;

  RequestCall(ClientCore core, RequestMethod<P, R> method, P params) {
    super(core);
    this.method = Objects.requireNonNull(method, "method");
    this.params = Objects.requireNonNull(params, "params");
  }

  /**
   * Sets what to do about results received before. Without effect on methods whose results are not
   * cached.
   *
   * @param mode {@link CacheMode#USE} unless set
   * @return this call
   */
  public RequestCall<P, R> cache(CacheMode mode) {
    cache = Objects.requireNonNull(mode, "mode");
    return this;
  }

  @Override
  RequestCall<P, R> self() {
    return this;
  }

  @Override
  CacheMode cacheMode() {
    return cache;
  }

  @Override
  R run(CallSettings settings, CallControl control) {
    return core.call(method, params, settings, control);
  }
}
