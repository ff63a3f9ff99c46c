/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.auth.InsufficientScopeException;
import dev.mcp4j.server.auth.ScopePolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route with its method, so that requests can be given their type back. */
record BoundRoute<P extends RequestParams, R extends Result>(
    RequestMethod<P, R> method, Route<P, R> route) {

  @Nullable String routingName(RequestParams params) {
    return method.paramsType().isInstance(params)
        ? route.routingName(method.paramsType().cast(params))
        : null;
  }

  boolean inline(RequestParams params) {
    return !method.paramsType().isInstance(params)
        || route.inline(method.paramsType().cast(params));
  }

  @Nullable Duration timeout(RequestParams params) {
    return method.paramsType().isInstance(params)
        ? route.timeout(method.paramsType().cast(params))
        : null;
  }

  Reply<R> answer(McpRequest<?> request, Notifier notifier, ScopePolicy scopes) throws Exception {
    McpRequest<P> typed = request.withParams(method.paramsType().cast(request.params()));
    requireScopes(typed, scopes);
    route.check(typed);
    return route.handle(typed, notifier);
  }

  private void requireScopes(McpRequest<P> request, ScopePolicy scopes) {
    boolean launchedUs = request.headers() == null && request.caller().principal() == null;
    List<String> required = launchedUs ? List.of() : route.requiredScopes(request);
    if (!required.isEmpty() && !scopes.covers(request.caller().scopes(), required)) {
      throw new InsufficientScopeException(required);
    }
  }

  void requireReadable(RequestParams params) {
    if (params instanceof UnreadableParams unreadable) {
      throw new Refusal(Faults.invalidParams(unreadable.reason()));
    }
  }
}
