/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An endpoint that is released leaves nothing with the server, which goes on. */
@Timeout(30)
class EndpointReleaseTest {
  private static final class CountingTicker implements Ticker {
    final Set<Task> tasks = ConcurrentHashMap.newKeySet();

    @Override
    public long now() {
      return 0;
    }

    @Override
    public Registration add(Task task) {
      tasks.add(task);
      return () -> tasks.remove(task);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void releasedEndpointIsNotDrivenAnyMore(LegacyMode mode) throws Exception {
    CountingTicker ticker = new CountingTicker();
    try (WorkServer server = new WorkServer(ticker, Clock.systemUTC())) {
      Set<Ticker.Task> before = Set.copyOf(ticker.tasks);
      LegacyOptions options = LegacyOptions.builder().mode(mode).ssePath("/sse").build();
      HttpEndpoint endpoint = server.endpoint(options, HttpOptions.onPort(0));
      assertThat(ticker.tasks.size()).isGreaterThan(before.size());

      endpoint.drain();
      endpoint.release();
      endpoint.release();

      assertThat(ticker.tasks).isEqualTo(before);
    }
  }
}
