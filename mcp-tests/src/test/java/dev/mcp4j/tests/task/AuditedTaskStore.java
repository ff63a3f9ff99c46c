/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Looks at every change that is made, whoever makes it. The first that breaks a rule is kept. */
final class AuditedTaskStore implements TaskStore {
  private final TaskStore store = new InMemoryTaskStore();
  private final AtomicReference<@Nullable AssertionError> fault = new AtomicReference<>();

  @Override
  public @Nullable TaskRecord create(TaskRecord task) {
    return store.create(task);
  }

  @Override
  public @Nullable TaskRecord find(TaskKey key) {
    return store.find(key);
  }

  @Override
  public boolean replace(TaskRecord expected, TaskRecord next) {
    // What is replaced is what the caller expected: both have the same version.
    boolean replaced = store.replace(expected, next);
    if (replaced) {
      try {
        inspect(expected, next);
      } catch (AssertionError e) {
        fault.compareAndSet(null, e);
      }
    }
    return replaced;
  }

  private static void inspect(TaskRecord before, TaskRecord after) {
    assertThat(before.hasEnded()).as("a change after the end: %s", after).isFalse();
    assertThat(after.key()).isEqualTo(before.key());
    assertThat(after.request()).isEqualTo(before.request());
    assertThat(after.times().created()).isEqualTo(before.times().created());
    assertThat(after.work().lastToken()).isGreaterThanOrEqualTo(before.work().lastToken());
    assertThat(after.work().once())
        .as("outcomes of once")
        .containsAllEntriesOf(before.work().once());
    assertThat(after.work().askedKeys()).containsAll(before.work().askedKeys());
    boolean asks =
        before.status() == TaskStatus.WORKING && after.status() == TaskStatus.INPUT_REQUIRED;
    if (!asks && !after.hasEnded()) {
      assertThat(after.work().answers())
          .as("acknowledged answers")
          .containsAllEntriesOf(before.work().answers());
    }
    if (asks) {
      assertThat(before.work().lease()).as("who asks holds the task").isNotNull();
      assertThat(before.work().askedKeys())
          .doesNotContainAnyElementsOf(after.work().questions().keySet());
    }
  }

  @Override
  public boolean remove(TaskRecord expected) {
    return store.remove(expected);
  }

  @Override
  public List<TaskRecord> due(Instant now, int limit) {
    return store.due(now, limit);
  }

  void requireNoFault() {
    AssertionError found = fault.get();
    if (found != null) {
      throw found;
    }
  }
}
