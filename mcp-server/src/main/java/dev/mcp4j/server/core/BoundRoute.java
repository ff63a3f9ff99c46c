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
import java.time.Duration;
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

  Reply<R> answer(McpRequest<?> request, Notifier notifier) throws Exception {
    McpRequest<P> typed = request.withParams(method.paramsType().cast(request.params()));
    route.check(typed);
    return route.handle(typed, notifier);
  }

  void requireReadable(RequestParams params) {
    if (params instanceof UnreadableParams unreadable) {
      throw new Refusal(Faults.invalidParams(unreadable.reason()));
    }
  }
}
