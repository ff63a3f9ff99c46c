/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other on threads of others. Holds none while there is nothing to do. */
final class SerialTasks implements Executor {
  /** Whoever hands over more than this is turned away. */
  private static final int MAX_WAITING = 1_000;

  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  SerialTasks(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    lock.lock();
    try {
      if (waiting.size() >= MAX_WAITING) {
        throw new RejectedExecutionException("too much waits");
      }
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    } finally {
      lock.unlock();
    }
    threads.execute(this::runAll);
  }

  private void runAll() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      Runnable task = waiting.poll();
      running = task != null;
      return task;
    } finally {
      lock.unlock();
    }
  }
}
