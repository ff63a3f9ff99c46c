/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.Reply;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.McpRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A place in the row of interceptors: passes a request to the next one, once. */
final class InterceptorChain implements Interceptor.Chain {
  private final List<Interceptor> interceptors;
  private final int next;
  private final McpRequest<?> received;
  private final Interceptor.Chain end;
  private final AtomicBoolean used = new AtomicBoolean();

  private InterceptorChain(
      List<Interceptor> interceptors, int next, McpRequest<?> received, Interceptor.Chain end) {
    this.interceptors = interceptors;
    this.next = next;
    this.received = received;
    this.end = end;
  }

  static Reply<?> run(List<Interceptor> interceptors, McpRequest<?> request, Interceptor.Chain end)
      throws Exception {
    return interceptors.isEmpty()
        ? end.proceed(request)
        : new InterceptorChain(interceptors, 0, request, end).proceed(request);
  }

  @Override
  public Reply<?> proceed(McpRequest<?> request) throws Exception {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException(caller() + " called proceed a second time");
    }
    if (!request.method().equals(received.method())
        || request.params().getClass() != received.params().getClass()) {
      throw new IllegalStateException(
          "%s turned %s with %s into %s with %s"
              .formatted(
                  caller(),
                  received.method(),
                  received.params().getClass().getSimpleName(),
                  request.method(),
                  request.params().getClass().getSimpleName()));
    }
    if (next == interceptors.size()) {
      return end.proceed(request);
    }
    Interceptor interceptor = interceptors.get(next);
    @Nullable Reply<?> reply =
        interceptor.intercept(request, new InterceptorChain(interceptors, next + 1, request, end));
    if (reply == null) {
      throw new IllegalStateException("interceptor " + interceptor + " returned null");
    }
    return reply;
  }

  private String caller() {
    return next == 0 ? "the pipeline" : "interceptor " + interceptors.get(next - 1);
  }
}
