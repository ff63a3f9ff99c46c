/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.Routes;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.event.ServerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server with tools a test gives it, and subscriptions to changes of the list of tools. */
final class TestServer implements Feature, AutoCloseable {
  final ManualTicker ticker = new ManualTicker();
  final InMemoryEventBus bus = new InMemoryEventBus();
  final ServerThreads threads = ServerThreads.create();
  final SubscriptionRouter subscriptions =
      new SubscriptionRouter(bus, ticker, (caller, event) -> true, 256);
  final ServerCore core;

  /** At zero once a subscription has started. */
  final CountDownLatch listening = new CountDownLatch(1);

  private final Map<String, Tool> tools = new ConcurrentHashMap<>();

  TestServer() {
    Pipeline pipeline =
        new Pipeline(
            Implementation.builder("test", "1").build(),
            List.of("2026-07-28"),
            Routes.of(List.of(this)),
            List.of());
    core =
        new ServerCore(
            pipeline,
            subscriptions,
            threads,
            ticker,
            JsonLimits.DEFAULT,
            Duration.ofMinutes(5),
            () -> "incident-1");
  }

  /** What a tool does. */
  @FunctionalInterface
  interface Tool {
    String call(McpRequest<CallToolRequestParams> request, Notifier notifier) throws Exception;
  }

  TestServer tool(String name, Tool tool) {
    tools.put(name, tool);
    return this;
  }

  void toolsChanged() {
    bus.publish(new ServerEvent.ToolsChanged());
  }

  /** Reports progress on a request whose progress token is 1. */
  static void progress(Notifier notifier, int progress) {
    notifier.notify(
        Notifications.PROGRESS,
        new ProgressNotificationParams(
            ProgressToken.of(1), progress, null, null, NotificationMeta.EMPTY));
  }

  /** A call of a tool as a well-behaved client makes it. */
  static FakeCall call(String tool) {
    return FakeCall.post(callBody(tool))
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", tool);
  }

  static String callBody(String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\","
        + META
        + "}}";
  }

  static FakeCall listen() {
    return FakeCall.post(LISTEN_BODY)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "subscriptions/listen");
  }

  static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{},\"progressToken\":1}";

  static final String LISTEN_BODY =
      "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"subscriptions/listen\",\"params\":{"
          + META
          + ",\"notifications\":{\"toolsListChanged\":true}}}";

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {}

  @Override
  public void routes(RouteTable routes) {
    routes.add(Methods.CALL_TOOL, new CallRoute());
    routes.add(Methods.LISTEN, new ListenRoute());
  }

  private final class CallRoute implements Route<CallToolRequestParams, CallToolResult> {
    @Override
    public Reply<CallToolResult> handle(
        McpRequest<CallToolRequestParams> request, Notifier notifier) throws Exception {
      Tool tool = tools.get(request.params().name());
      return new Reply.Complete<>(CallToolResult.text(tool.call(request, notifier)));
    }

    @Override
    public @Nullable String routingName(CallToolRequestParams params) {
      return params.name();
    }
  }

  private final class ListenRoute
      implements Route<SubscriptionsListenRequestParams, SubscriptionsListenResult> {
    @Override
    public Reply<SubscriptionsListenResult> handle(
        McpRequest<SubscriptionsListenRequestParams> request, Notifier notifier) {
      return new Reply.Open<>(
          new Started(
              subscriptions.subscribe(
                  request.params().notifications(),
                  ServerCapabilities.builder()
                      .tools(new ListCapability(true, JsonObject.EMPTY))
                      .build(),
                  request.caller())));
    }
  }

  /** Tells when it starts, which is after its client could read the acknowledgment. */
  private final class Started implements Subscription {
    private final Subscription subscription;

    Started(Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public SubscriptionFilter acknowledged() {
      return subscription.acknowledged();
    }

    @Override
    public void start(Sink sink) {
      subscription.start(sink);
      listening.countDown();
    }

    @Override
    public void close() {
      subscription.close();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
