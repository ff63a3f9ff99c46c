/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes every change that stores over the same data acknowledge, and tells whether all fit. */
final class Witness {
  private static final Map<TaskStatus, Set<TaskStatus>> DIAGRAM =
      Map.of(
          TaskStatus.WORKING,
          EnumSet.allOf(TaskStatus.class),
          TaskStatus.INPUT_REQUIRED,
          EnumSet.of(
              TaskStatus.INPUT_REQUIRED,
              TaskStatus.WORKING,
              TaskStatus.CANCELLED,
              TaskStatus.FAILED),
          TaskStatus.COMPLETED,
          EnumSet.noneOf(TaskStatus.class),
          TaskStatus.CANCELLED,
          EnumSet.noneOf(TaskStatus.class),
          TaskStatus.FAILED,
          EnumSet.noneOf(TaskStatus.class));

  private final Queue<TaskRecord> kept = new ConcurrentLinkedQueue<>();
  private final Queue<TaskRecord> removed = new ConcurrentLinkedQueue<>();

  /** A store that does what the given one does, and is watched. */
  TaskStore watching(TaskStore store) {
    return new TaskStore() {
      @Override
      public @Nullable TaskRecord create(TaskRecord task) {
        TaskRecord created = store.create(task);
        if (task.equals(created)) {
          kept.add(task);
        }
        return created;
      }

      @Override
      public @Nullable TaskRecord find(TaskKey key) {
        return store.find(key);
      }

      @Override
      public boolean replace(TaskRecord expected, TaskRecord next) {
        boolean replaced = store.replace(expected, next);
        if (replaced) {
          kept.add(next);
        }
        return replaced;
      }

      @Override
      public boolean remove(TaskRecord expected) {
        boolean gone = store.remove(expected);
        if (gone) {
          removed.add(expected);
        }
        return gone;
      }

      @Override
      public List<TaskRecord> due(Instant now, int limit) {
        return store.due(now, limit);
      }
    };
  }

  /** How many changes there were. */
  int changes() {
    return kept.size();
  }

  /** Checks the history of each task. */
  void assertThatEveryHistoryFits() {
    Map<TaskKey, List<TaskRecord>> histories =
        kept.stream().collect(Collectors.groupingBy(TaskRecord::key));
    histories.values().forEach(Witness::assertFits);
    for (TaskRecord gone : removed) {
      List<TaskRecord> history = histories.getOrDefault(gone.key(), List.of());
      assertThat(history.get(history.size() - 1)).isEqualTo(gone);
    }
  }

  private static void assertFits(List<TaskRecord> history) {
    history.sort(Comparator.comparingLong(TaskRecord::version));
    for (int i = 0; i < history.size(); i++) {
      assertThat(history.get(i).version()).as("versions of a task").isEqualTo(i + 1L);
      if (i > 0) {
        assertFollows(history.get(i - 1), history.get(i));
      }
    }
  }

  private static void assertFollows(TaskRecord before, TaskRecord after) {
    assertThat(DIAGRAM.get(before.status())).as("after %s", before).contains(after.status());
    assertThat(after.work().lastToken()).isGreaterThanOrEqualTo(before.work().lastToken());
    assertThat(after.work().once()).as("outcomes stay").containsAllEntriesOf(before.work().once());
    assertThat(after.work().askedKeys()).containsAll(before.work().askedKeys());
    boolean seenByARun =
        after.status() == TaskStatus.INPUT_REQUIRED && before.work().lease() != null;
    if (!after.hasEnded() && !seenByARun) {
      assertThat(after.work().answers())
          .as("answers no run has seen stay")
          .containsAllEntriesOf(before.work().answers());
    }
  }
}
