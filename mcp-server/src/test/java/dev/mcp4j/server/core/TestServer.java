/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.event.ServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;

/** A server core with a feature, time and threads of the test's own. */
final class TestServer implements AutoCloseable {
  static final Duration TIMEOUT = Duration.ofMinutes(5);
  static final int QUEUE = 4;

  final TestFeature feature = new TestFeature();
  final List<Interceptor> interceptors = new ArrayList<>();
  final ManualTicker ticker = new ManualTicker();
  final InMemoryEventBus bus = new InMemoryEventBus();
  final ExecutorService handlers = Executors.newCachedThreadPool();
  final RecordingOutbound out = new RecordingOutbound();
  BiPredicate<Caller, ServerEvent> visible = (caller, event) -> true;
  ServerCapabilities capabilities =
      ServerCapabilities.builder()
          .tools(new ListCapability(true, JsonObject.EMPTY))
          .resources(new ResourcesCapability(true, true, JsonObject.EMPTY))
          .build();
  ConnectionLimits limits = new ConnectionLimits(256, 1 << 20, 64);

  private final ServerThreads threads = ServerThreads.of(handlers);
  private ServerCore core;
  private ConnectionEndpoint endpoint;

  ServerCore core() {
    if (core == null) {
      SubscriptionRouter router =
          new SubscriptionRouter(
              bus, ticker, (caller, event) -> visible.test(caller, event), QUEUE);
      feature.listen =
          request ->
              router.subscribe(request.params().notifications(), capabilities, request.caller());
      core =
          new ServerCore(
              new Pipeline(
                  TestValues.SERVER,
                  ProtocolVersion.MODERN,
                  Routes.of(List.of(feature)),
                  interceptors),
              router,
              threads,
              ticker,
              JsonLimits.DEFAULT,
              TIMEOUT,
              () -> "4711");
    }
    return core;
  }

  ConnectionEndpoint endpoint() {
    if (endpoint == null) {
      endpoint = new ConnectionEndpoint(core(), Caller.anonymous("test"), out, limits);
    }
    return endpoint;
  }

  void receive(Inbound inbound) {
    endpoint().receive(inbound, 100);
  }

  @Override
  public void close() {
    threads.close();
    handlers.shutdownNow();
  }
}
