/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Streams that have delivered their reply but not yet ended. A stream that ends soon leaves its
 * connection to the next request; one that does not is cut.
 */
public final class Lingering {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Set<HttpExchange> exchanges = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Executor later;

  /**
   * Makes an empty set of streams.
   *
   * @param executor runs the sweeps
   */
  public Lingering(Executor executor) {
    later = CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, executor);
  }

  void add(HttpExchange exchange) {
    exchanges.add(exchange);
    if (scheduled.compareAndSet(false, true)) {
      later.execute(this::sweep);
    }
  }

  void remove(HttpExchange exchange) {
    exchanges.remove(exchange);
  }

  int size() {
    return exchanges.size();
  }

  /**
   * Cuts what was there at the last sweep already, so each stream has between one and two periods.
   */
  private void sweep() {
    scheduled.set(false);
    for (HttpExchange exchange : List.copyOf(exchanges)) {
      if (exchange.overstays() && exchanges.remove(exchange)) {
        exchange.abort();
      }
    }
    if (!exchanges.isEmpty() && scheduled.compareAndSet(false, true)) {
      later.execute(this::sweep);
    }
  }
}
