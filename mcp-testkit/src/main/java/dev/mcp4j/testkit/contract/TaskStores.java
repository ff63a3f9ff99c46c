/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What the contracts of stores have in common. */
final class TaskStores {
  /** Stands in until a test begins. */
  static final TaskStore NONE =
      new TaskStore() {
        @Override
        public @Nullable TaskRecord create(TaskRecord task) {
          throw new IllegalStateException("no store is open");
        }

        @Override
        public @Nullable TaskRecord find(TaskKey key) {
          throw new IllegalStateException("no store is open");
        }

        @Override
        public boolean replace(TaskRecord expected, TaskRecord next) {
          throw new IllegalStateException("no store is open");
        }

        @Override
        public boolean remove(TaskRecord expected) {
          throw new IllegalStateException("no store is open");
        }

        @Override
        public List<TaskRecord> due(Instant now, int limit) {
          throw new IllegalStateException("no store is open");
        }
      };

  private TaskStores() {}

  /** What one of several does at the same time. */
  @FunctionalInterface
  interface Racer {
    void run(int number) throws Exception;
  }

  /** Lets several do something at the same time, and waits for all of them. */
  static void race(int racers, Racer racer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      CyclicBarrier start = new CyclicBarrier(racers);
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        int number = i;
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  racer.run(number);
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
