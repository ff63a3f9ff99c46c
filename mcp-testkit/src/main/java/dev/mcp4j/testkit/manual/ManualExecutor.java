/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks until a test runs them, on the thread of the test and in the order in which they were
 * given. Safe for use by several threads.
 */
public final class ManualExecutor implements Executor {
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  /** Makes an executor without tasks. */
  public ManualExecutor() {}

  @Override
  public void execute(Runnable task) {
    Objects.requireNonNull(task, "task");
    lock.lock();
    try {
      tasks.add(task);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns how many tasks wait.
   *
   * @return the number of tasks
   */
  public int waiting() {
    lock.lock();
    try {
      return tasks.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs the task that waited longest.
   *
   * @throws IllegalStateException if there is none
   */
  public void runNext() {
    Runnable task = poll();
    if (task == null) {
      throw new IllegalStateException("no task waits");
    }
    task.run();
  }

  /**
   * Runs tasks until none waits, also those that are given meanwhile.
   *
   * @return how many were run
   */
  public int runAll() {
    int count = 0;
    for (Runnable task = poll(); task != null; task = poll()) {
      task.run();
      count++;
    }
    return count;
  }

  private @Nullable Runnable poll() {
    lock.lock();
    try {
      return tasks.poll();
    } finally {
      lock.unlock();
    }
  }
}
