/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;

/**
 * The tools of a server.
 *
 * <p>Specification 2026-07-28: server/tools.
 */
public final class ToolFeature implements Feature {
  private final Registry<Tool, ToolEntry<?>> tools;
  private final boolean mayChange;
  private final CachePolicy caching;
  private final ToolInvocation invocation;

  /**
   * Makes the feature.
   *
   * @param mayChange whether tools are added and removed while the server runs
   * @param caching how long the list may be cached
   */
  public ToolFeature(
      Registry<Tool, ToolEntry<?>> tools,
      boolean mayChange,
      CachePolicy caching,
      ToolInvocation invocation) {
    this.tools = tools;
    this.mayChange = mayChange;
    this.caching = caching;
    this.invocation = invocation;
  }

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    capabilities.tools(new ListCapability(mayChange ? true : null, JsonObject.EMPTY));
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(
        Methods.LIST_TOOLS,
        new ListRoute<Tool, ListToolsResult>(
            tools,
            caching,
            (items, next, hints) -> new ListToolsResult(items, next, hints, ResultMeta.EMPTY)));
    routes.add(Methods.CALL_TOOL, new CallToolRoute(tools, invocation));
  }
}
