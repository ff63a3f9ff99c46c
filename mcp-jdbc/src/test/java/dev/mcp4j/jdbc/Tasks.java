/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.server.task.TaskTimes;
import dev.mcp4j.server.task.TaskWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks of tests. */
final class Tasks {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration LIFE = Duration.ofMinutes(1);

  private Tasks() {}

  /** A task that nobody works on, which expires after {@link #LIFE}. */
  static TaskRecord made(TaskKey key, @Nullable String dedup, Instant created) {
    return new TaskRecord(
        key,
        1,
        dedup,
        new TaskRequest("export", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "http"),
        TaskStatus.WORKING,
        null,
        new TaskTimes(
            created, created, created.plus(LIFE), created.plus(LIFE), LIFE, Duration.ofSeconds(1)),
        new TaskWork(0, created, 0, null, JsonObject.EMPTY, Map.of(), Map.of(), Map.of(), Set.of()),
        null,
        null);
  }

  /** The next version of a task. */
  static TaskRecord next(TaskRecord task, TaskStatus status) {
    return new TaskRecord(
        task.key(),
        task.version() + 1,
        task.dedupKey(),
        task.request(),
        status,
        null,
        task.times(),
        task.work(),
        status == TaskStatus.COMPLETED ? JsonObject.EMPTY : null,
        null);
  }
}
