/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers share a store, and one of them goes away. */
@Timeout(60)
class TaskTakeoverTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final ManualClock clock = ManualClock.create();
  private final InMemoryTaskStore store = new InMemoryTaskStore();
  private final AtomicInteger effects = new AtomicInteger();

  private TaskServer server(TaskStore kept, Clock time, CountDownLatch begun, CountDownLatch go) {
    return TaskServer.of(
        TaskOptions.of(kept).withLease(LEASE).withScanInterval(Duration.ofMillis(1)),
        time,
        builder -> tool(builder, begun, go));
  }

  private McpServerBuilder tool(McpServerBuilder builder, CountDownLatch begun, CountDownLatch go) {
    return builder.tool(
        "work",
        tool ->
            tool.asTask()
                .handle(
                    (arguments, call) -> {
                      int effect = call.once("effect", effects::incrementAndGet);
                      begun.countDown();
                      if (!go.await(20, TimeUnit.SECONDS)) {
                        throw new AssertionError("was not let go");
                      }
                      return "effect " + effect;
                    }));
  }

  /** The store of a process that loses it. */
  private static final class Cut implements TaskStore {
    private final TaskStore store;
    private volatile boolean isCut;

    Cut(TaskStore store) {
      this.store = store;
    }

    private TaskStore store() {
      if (isCut) {
        throw new IllegalStateException("the store cannot be reached");
      }
      return store;
    }

    @Override
    public @Nullable TaskRecord create(TaskRecord task) {
      return store().create(task);
    }

    @Override
    public @Nullable TaskRecord find(TaskKey key) {
      return store().find(key);
    }

    @Override
    public boolean replace(TaskRecord expected, TaskRecord next) {
      return store().replace(expected, next);
    }

    @Override
    public boolean remove(TaskRecord expected) {
      return store().remove(expected);
    }

    @Override
    public List<TaskRecord> due(Instant now, int limit) {
      return store().due(now, limit);
    }
  }

  @Test
  void taskOfALostServerIsFinishedByAnother() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(0);
    Cut cut = new Cut(store);
    try (TaskServer lost = server(cut, clock, begun, never);
        TaskServer other = server(store, clock, open, open)) {
      String id = lost.begin("work", "{}");
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(other.get(id).task().status()).isEqualTo(TaskStatus.WORKING);
      cut.isCut = true;
      clock.advance(LEASE);

      assertThat(TaskServer.textOf(other.await(id, TaskStatus.COMPLETED))).isEqualTo("effect 1");
      assertThat(effects).hasValue(1);
    }
  }

  @Test
  void closedServerGivesItsTasksBackAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(0);
    try (TaskServer other = server(store, clock, open, open)) {
      String id;
      try (TaskServer closed = server(store, clock, begun, never)) {
        id = closed.begin("work", "{}");
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      }
      clock.advance(Duration.ofMillis(1));

      assertThat(TaskServer.textOf(other.await(id, TaskStatus.COMPLETED))).isEqualTo("effect 1");
      assertThat(effects).hasValue(1);
    }
  }

  @Test
  void workerThatWakesUpLateChangesNothing() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(0);
    // The clock of the first server stands: it believes that it holds its lease.
    try (TaskServer late = server(store, ManualClock.create(), begun, go);
        TaskServer other = server(store, clock, open, open)) {
      String id = late.begin("work", "{}");
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      clock.advance(LEASE);
      assertThat(TaskServer.textOf(other.await(id, TaskStatus.COMPLETED))).isEqualTo("effect 1");
      go.countDown();

      assertThat(TaskServer.textOf(other.get(id))).isEqualTo("effect 1");
      assertThat(effects).hasValue(1);
    }
  }

  @Test
  void taskWaitsWhereNobodyKnowsItsTool() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(0);
    String id;
    try (TaskServer closed = server(store, clock, begun, never)) {
      id = closed.begin("work", "{}");
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    }
    try (TaskServer ignorant =
        TaskServer.of(
            TaskOptions.of(store).withScanInterval(Duration.ofMillis(1)),
            clock,
            builder -> builder.tool("other", tool -> tool.asTask().handle((none, call) -> "x")))) {
      clock.advance(Duration.ofMillis(1));
      assertThat(ignorant.get(id).task().status()).isEqualTo(TaskStatus.WORKING);
      assertThat(ignorant.await(ignorant.begin("other", "{}"), TaskStatus.COMPLETED)).isNotNull();
    }
    try (TaskServer knowing = server(store, clock, open, open)) {
      clock.advance(Duration.ofMillis(1));
      assertThat(knowing.await(id, TaskStatus.COMPLETED)).isNotNull();
    }
  }
}
