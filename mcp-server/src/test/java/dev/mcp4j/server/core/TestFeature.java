/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.RouteTable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tools without a registry: every call goes to the same handler. */
final class TestFeature implements Feature {
  /** Answers a call with a text. */
  interface Handler {
    String handle(McpRequest<CallToolRequestParams> request, Notifier notifier) throws Exception;
  }

  Handler handler = (request, notifier) -> "called";
  Consumer<McpRequest<CallToolRequestParams>> check = request -> {};
  boolean inline;
  @Nullable Function<McpRequest<SubscriptionsListenRequestParams>, Subscription> listen;

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {}

  @Override
  public void routes(RouteTable routes) {
    routes.add(Methods.CALL_TOOL, new CallRoute());
    routes.<PaginatedRequestParams, ListToolsResult>add(
        Methods.LIST_TOOLS, (request, notifier) -> new Reply.Complete<>(TestValues.noTools()));
    if (listen != null) {
      routes.add(Methods.LISTEN, new ListenRoute(listen));
    }
  }

  private final class CallRoute implements Route<CallToolRequestParams, CallToolResult> {
    @Override
    public Reply<CallToolResult> handle(
        McpRequest<CallToolRequestParams> request, Notifier notifier) throws Exception {
      return new Reply.Complete<>(CallToolResult.text(handler.handle(request, notifier)));
    }

    @Override
    public void check(McpRequest<CallToolRequestParams> request) {
      check.accept(request);
    }

    @Override
    public String routingName(CallToolRequestParams params) {
      return params.name();
    }

    @Override
    public boolean inline(CallToolRequestParams params) {
      return inline;
    }
  }

  /** Inline, so that a subscription has started when it was received. */
  private record ListenRoute(
      Function<McpRequest<SubscriptionsListenRequestParams>, Subscription> listen)
      implements Route<SubscriptionsListenRequestParams, SubscriptionsListenResult> {
    @Override
    public Reply<SubscriptionsListenResult> handle(
        McpRequest<SubscriptionsListenRequestParams> request, Notifier notifier) {
      return new Reply.Open<>(listen.apply(request));
    }

    @Override
    public boolean inline(SubscriptionsListenRequestParams params) {
      return true;
    }
  }

  static String textOf(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }
}
