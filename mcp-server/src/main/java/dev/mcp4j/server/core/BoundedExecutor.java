/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs at most so many tasks at once; the others wait in order. */
final class BoundedExecutor implements Executor {
  private static final Logger log = LoggerFactory.getLogger(BoundedExecutor.class);

  private final Executor threads;
  private final int limit;
  private final AtomicInteger running = new AtomicInteger();
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  BoundedExecutor(Executor threads, int limit) {
    this.threads = threads;
    this.limit = limit;
  }

  @Override
  public void execute(Runnable task) {
    if (takesPlace()) {
      start(task);
      return;
    }
    waiting.add(task);
    // The last thread may have looked for work before the task was there.
    Runnable next = next();
    if (next == null) {
      return;
    }
    try {
      start(next);
    } catch (RuntimeException | Error e) {
      waiting.add(next);
      if (waiting.remove(task)) {
        throw e;
      }
    }
  }

  private void start(Runnable task) {
    try {
      threads.execute(() -> runFrom(task));
    } catch (RuntimeException | Error e) {
      running.decrementAndGet();
      throw e;
    }
  }

  private void runFrom(Runnable first) {
    for (Runnable task = first; task != null; task = nextOrLeave()) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        log.error("A task failed", e);
      }
      // The next task has nothing to do with an interrupt of this one.
      var unused = Thread.interrupted();
    }
  }

  /** Returns the next task for a thread that has a place, or gives the place up. */
  private @Nullable Runnable nextOrLeave() {
    Runnable task = waiting.poll();
    if (task != null) {
      return task;
    }
    running.decrementAndGet();
    return next();
  }

  /** Returns a task that waits, together with a place for it; null if one of both is missing. */
  private @Nullable Runnable next() {
    while (!waiting.isEmpty() && takesPlace()) {
      Runnable task = waiting.poll();
      if (task != null) {
        return task;
      }
      running.decrementAndGet();
    }
    return null;
  }

  private boolean takesPlace() {
    for (int count = running.get(); count < limit; count = running.get()) {
      if (running.compareAndSet(count, count + 1)) {
        return true;
      }
    }
    return false;
  }
}
