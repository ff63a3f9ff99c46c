/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.RouteTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what the server can do.
 *
 * <p>Specification 2026-07-28: server/discover.
 */
public final class DiscoverFeature implements Feature {
  private final List<String> versions;
  private final Capabilities capabilities;
  private final @Nullable String instructions;
  private final CachePolicy caching;

  /**
   * Makes the feature.
   *
   * @param versions the revisions the server speaks, the best first
   * @param capabilities what the server declares
   * @param instructions how a model should use the server; null for nothing
   * @param caching how long the result may be cached
   */
  public DiscoverFeature(
      List<String> versions,
      Capabilities capabilities,
      @Nullable String instructions,
      CachePolicy caching) {
    this.versions = List.copyOf(versions);
    this.capabilities = capabilities;
    this.instructions = instructions;
    this.caching = caching;
  }

  @Override
  public void describe(ServerCapabilities.Builder builder, RequestMeta meta) {}

  @Override
  public void routes(RouteTable routes) {
    routes.add(
        Methods.DISCOVER,
        new Route<>() {
          @Override
          public Reply<DiscoverResult> handle(
              McpRequest<EmptyRequestParams> request, Notifier notifier) {
            return new Reply.Complete<>(discover(request));
          }

          @Override
          public boolean inline(EmptyRequestParams params) {
            return true;
          }
        });
  }

  private DiscoverResult discover(McpRequest<EmptyRequestParams> request) {
    return new DiscoverResult(
        versions,
        capabilities.of(request.meta()),
        instructions,
        caching.hints(false, request.caller()),
        ResultMeta.EMPTY);
  }
}
