/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.Routes;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.core.ThreadTicker;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.feature.CachePolicy;
import dev.mcp4j.server.feature.Capabilities;
import dev.mcp4j.server.feature.DiscoverFeature;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.HttpTransport;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A server without a network, whose tool reports progress and then for whom it worked. */
final class WorkServer implements AutoCloseable {
  /** Calls the tool. What comes back is a stream with the report and the result. */
  static final String WORK =
      OldClient.request(1, "tools/call", "{\"name\":\"w\",\"_meta\":{\"progressToken\":\"t\"}}");

  private final InMemoryEventBus bus = new InMemoryEventBus();
  private final ServerThreads threads = ServerThreads.create();
  private final Ticker ticker;
  private final Clock clock;
  private final ServerCore core;

  WorkServer(Ticker ticker, Clock clock) {
    this.ticker = ticker;
    this.clock = clock;
    this.core = core(ticker);
  }

  private ServerCore core(Ticker ticker) {
    Feature worker =
        new Feature() {
          @Override
          public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
            capabilities.tools(new ListCapability(true, JsonObject.EMPTY));
          }

          @Override
          public void routes(RouteTable routes) {
            routes.add(
                Methods.CALL_TOOL,
                (request, notifier) -> {
                  notifier.notify(
                      Notifications.PROGRESS,
                      new ProgressNotificationParams(
                          ProgressToken.of("t"), 1, null, null, NotificationMeta.EMPTY));
                  return new Reply.Complete<>(
                      CallToolResult.text("for " + request.caller().principal()));
                });
          }
        };
    List<Feature> features = List.of(worker);
    Feature discover =
        new DiscoverFeature(
            ProtocolVersion.MODERN, new Capabilities(features), null, CachePolicy.NONE);
    return new ServerCore(
        new Pipeline(
            Implementation.builder("s", "1").build(),
            ProtocolVersion.MODERN,
            Routes.of(List.of(worker, discover)),
            List.of()),
        new SubscriptionRouter(bus, ticker, (caller, event) -> true, 16),
        threads,
        ticker,
        JsonLimits.DEFAULT,
        Duration.ofMinutes(1),
        () -> "id");
  }

  HttpEndpoint endpoint(LegacyOptions options, HttpOptions http) {
    LegacyAdapter adapter = new LegacyAdapter(options, bus, null, clock, new SecureRandom());
    return HttpTransport.endpoint(core, http, endpoint -> adapter.adapt(core, endpoint, http));
  }

  @Override
  public void close() {
    threads.close();
    if (ticker instanceof ThreadTicker beating) {
      beating.close();
    }
  }
}
