/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.core.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so. */
final class ManualTicker implements Ticker {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Set<Task> tasks = ConcurrentHashMap.newKeySet();

  @Override
  public long now() {
    return now.get();
  }

  @Override
  public Registration add(Task task) {
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  /** Lets time pass and beats once. */
  void advance(Duration time) {
    long then = now.addAndGet(time.toNanos());
    tasks.forEach(task -> task.tick(then));
  }

  /** Beats without letting time pass. */
  void beat() {
    advance(Duration.ZERO);
  }
}
