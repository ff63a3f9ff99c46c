/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskPolicy;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Cancellations that come before anybody works on the task. The clock stands: no lease is renewed.
 */
@Timeout(60)
class TaskCancelTest {
  private static final TaskPolicy POLICY =
      TaskPolicy.DEFAULT.withAnswerWithin(Duration.ofSeconds(20));

  private final AtomicInteger begun = new AtomicInteger();
  private final CancellingStore store = new CancellingStore();

  /** A store that has each task cancelled before its maker hears of it. */
  private static final class CancellingStore implements TaskStore {
    private final TaskStore store = new InMemoryTaskStore();
    private volatile @Nullable TaskServer canceller;

    @Override
    public @Nullable TaskRecord create(TaskRecord task) {
      TaskRecord created = store.create(task);
      TaskServer server = canceller;
      if (created != null && server != null) {
        try {
          server.tasks(TaskMethods.CANCEL, created.key().id(), null);
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
      return created;
    }

    @Override
    public @Nullable TaskRecord find(TaskKey key) {
      return store.find(key);
    }

    @Override
    public boolean replace(TaskRecord expected, TaskRecord next) {
      return store.replace(expected, next);
    }

    @Override
    public boolean remove(TaskRecord expected) {
      return store.remove(expected);
    }

    @Override
    public List<TaskRecord> due(Instant now, int limit) {
      return store.due(now, limit);
    }
  }

  private TaskServer server() {
    TaskServer server =
        TaskServer.of(
            TaskOptions.of(store),
            ManualClock.create(),
            builder ->
                builder.tool(
                    "work",
                    tool ->
                        tool.asTask(POLICY)
                            .handle((none, call) -> "begun " + begun.incrementAndGet())));
    store.canceller = server;
    return server;
  }

  @Test
  void handlerOfATaskThatWasCancelledBeforeDoesNotBegin() throws Exception {
    try (TaskServer server = server()) {
      String id = server.begin("work", "{}");
      assertThat(begun).hasValue(0);
      assertThat(server.get(id).task().status()).isEqualTo(TaskStatus.CANCELLED);
    }
  }
}
