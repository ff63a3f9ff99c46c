/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.core.ManualTicker;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.Routes;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailingEndpointTest {
  private static final String LINE = "{\"jsonrpc\":\"2.0\",\"method\":\"x\"}\n";

  private final List<Integer> sizes = new ArrayList<>();

  /** Fails with the first message. */
  private final class Failing implements MessageEndpoint {
    @Override
    public void receive(Inbound inbound, int size) {
      sizes.add(size);
      if (sizes.size() == 1) {
        throw new IllegalStateException("boom");
      }
    }

    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public void awaitRoom() {}

    @Override
    public void drain(Duration patience) {}

    @Override
    public void close() {}
  }

  @Test
  void messageThatFailsDoesNotEndTheConnection() throws Exception {
    ManualTicker ticker = new ManualTicker();
    InMemoryEventBus bus = new InMemoryEventBus();
    byte[] input = LINE.repeat(2).getBytes(UTF_8);
    try (ServerThreads threads = ServerThreads.create();
        SubscriptionRouter router =
            new SubscriptionRouter(bus, ticker, (caller, event) -> true, 256)) {
      Pipeline pipeline =
          new Pipeline(
              Implementation.builder("test", "1").build(),
              List.of("2026-07-28"),
              Routes.of(List.of()),
              List.of());
      ServerCore core =
          new ServerCore(
              pipeline,
              router,
              threads,
              ticker,
              JsonLimits.DEFAULT,
              Duration.ofMinutes(5),
              () -> "incident-1");
      try (StreamConnection connection =
          new StreamConnection(
              core,
              Caller.anonymous("test"),
              new ByteArrayInputStream(input),
              new ByteArrayOutputStream(),
              StdioOptions.DEFAULT,
              (modern, out) -> new Failing())) {
        connection.serve();
      }
    }

    assertThat(sizes).hasSize(2);
  }
}
