/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRecordJson;
import dev.mcp4j.server.task.TaskStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes every task as JSON and reads it back on its way in, as a store of bytes does.
 *
 * @param store keeps what was read
 */
record JsonTaskStore(TaskStore store) implements TaskStore {
  private static TaskRecord copy(TaskRecord task) {
    return TaskRecordJson.read(TaskRecordJson.write(task));
  }

  @Override
  public @Nullable TaskRecord create(TaskRecord task) {
    return store.create(copy(task));
  }

  @Override
  public @Nullable TaskRecord find(TaskKey key) {
    return store.find(key);
  }

  @Override
  public boolean replace(TaskRecord expected, TaskRecord next) {
    return store.replace(copy(expected), copy(next));
  }

  @Override
  public boolean remove(TaskRecord expected) {
    return store.remove(copy(expected));
  }

  @Override
  public List<TaskRecord> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
