/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs at most so many tasks at once; the others wait in order. */
final class BoundedExecutor implements Executor {
  private static final Logger log = LoggerFactory.getLogger(BoundedExecutor.class);

  private final Executor threads;
  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  BoundedExecutor(Executor threads, int limit) {
    this.threads = threads;
    this.limit = limit;
  }

  @Override
  public void execute(Runnable task) {
    lock.lock();
    try {
      if (running == limit) {
        waiting.add(task);
        return;
      }
      threads.execute(() -> runFrom(task));
      running++;
    } finally {
      lock.unlock();
    }
  }

  private void runFrom(Runnable first) {
    for (Runnable task = first; task != null; task = next()) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        log.error("A task failed", e);
      }
      // The next task has nothing to do with an interrupt of this one.
      var unused = Thread.interrupted();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      Runnable task = waiting.poll();
      if (task == null) {
        running--;
      }
      return task;
    } finally {
      lock.unlock();
    }
  }
}
