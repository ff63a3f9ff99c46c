/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpHandler;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.auth.ScopePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way of a request through the server. {@link #handle} lists its stations. */
public final class Pipeline implements McpHandler {
  private final Admission admission;
  private final Routes routes;
  private final List<Interceptor> interceptors;
  private final ScopePolicy scopes;
  private final ResultStamp stamp;

  /**
   * Makes a pipeline where every scope implies itself alone.
   *
   * @param serverInfo name and version, sent with every result
   * @param supportedVersions the revisions the server speaks
   * @param routes the methods it has
   * @param interceptors what stands around every method, the outermost first
   */
  public Pipeline(
      Implementation serverInfo,
      List<String> supportedVersions,
      Routes routes,
      List<? extends Interceptor> interceptors) {
    this(serverInfo, supportedVersions, routes, interceptors, ScopePolicy.EXACT);
  }

  /**
   * Makes a pipeline.
   *
   * @param serverInfo name and version, sent with every result
   * @param supportedVersions the revisions the server speaks
   * @param routes the methods it has
   * @param interceptors what stands around every method, the outermost first
   * @param scopes which scopes imply which
   */
  public Pipeline(
      Implementation serverInfo,
      List<String> supportedVersions,
      Routes routes,
      List<? extends Interceptor> interceptors,
      ScopePolicy scopes) {
    this.admission = new Admission(supportedVersions);
    this.routes = Objects.requireNonNull(routes, "routes");
    this.interceptors = List.copyOf(interceptors);
    this.scopes = Objects.requireNonNull(scopes, "scopes");
    this.stamp = new ResultStamp(serverInfo);
  }

  @Override
  public Reply<?> handle(McpRequest<?> request, Notifier notifier) throws Exception {
    admission.requireMetadata(request);
    admission.requireVersionHeader(request);
    admission.requireSupportedVersion(request);
    admission.requireMethodHeader(request);
    admission.requireNameHeader(request, routes.routingName(request));
    BoundRoute<?, ?> route = routes.require(request);
    Reply<?> reply =
        InterceptorChain.run(interceptors, request, passed -> answer(route, passed, notifier));
    return stamp.on(routes.requireUnderstood(reply, request));
  }

  private Reply<?> answer(BoundRoute<?, ?> route, McpRequest<?> request, Notifier notifier)
      throws Exception {
    @Nullable Reply<?> reply = route.answer(request, notifier, scopes);
    if (reply == null) {
      throw new IllegalStateException("the route of " + request.method() + " returned null");
    }
    return reply;
  }

  /**
   * Answers a request past the checks and the interceptors. For what the server wants to know about
   * itself.
   *
   * @param request the request
   * @param notifier where notifications about the request go
   * @return the reply
   * @throws McpException if the server has no such method, or it fails with an error meant for the
   *     peer
   * @throws Exception if it fails for a reason the peer must not learn
   */
  public Reply<?> answerUnseen(McpRequest<?> request, Notifier notifier) throws Exception {
    return stamp.on(answer(routes.require(request), request, notifier));
  }

  /**
   * Tells whether a request needs no thread that may block.
   *
   * @param request a request with typed parameters
   * @return true if its handler answers at once
   */
  public boolean answersAtOnce(JsonRpcRequest request) {
    return request.params() instanceof Payload.Typed typed
        && typed.value() instanceof RequestParams params
        && answersAtOnce(request.method(), params);
  }

  /**
   * Tells whether a request is answered at once.
   *
   * @param request the request
   * @return true if its handler is inline and nothing comes before it
   */
  public boolean answersAtOnce(McpRequest<?> request) {
    return answersAtOnce(request.method(), request.params());
  }

  boolean answersAtOnce(String method, RequestParams params) {
    BoundRoute<?, ?> route = routes.find(method);
    return route == null || (interceptors.isEmpty() && route.inline(params));
  }

  /** Returns how long a request may take, or null if its route does not say. */
  @Nullable Duration timeout(McpRequest<?> request) {
    BoundRoute<?, ?> route = routes.find(request.method());
    return route == null ? null : route.timeout(request.params());
  }

  /**
   * Returns which scopes imply which.
   *
   * @return the policy
   */
  public ScopePolicy scopes() {
    return scopes;
  }

  Routes routes() {
    return routes;
  }

  ResultStamp stamp() {
    return stamp;
  }
}
