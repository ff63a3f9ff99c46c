/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks. Instances of a server that share a store share their tasks: any of them answers for
 * any task, and goes on with those of an instance that died.
 *
 * <p>A store decides nothing but which of two changes came first: what a change may be, {@link
 * TaskLedger} knows. It has no clock; moments are handed to it.
 *
 * <p>What a method has done is durable, and seen by every instance, when it returns. That is what
 * lets a server hand out the id of a task. Implementations are safe for use by several threads and
 * processes, and bound what they keep. They may block, and throw whatever unchecked exception they
 * have to when they fail; the request then fails, not the task. {@code TaskStoreContract} of the
 * test kit tests an implementation.
 */
public interface TaskStore {
  /**
   * Keeps a new task, unless one of the same {@linkplain TaskRecord#dedupKey key for repeated
   * calls} is there that has not {@linkplain TaskTimes#expiry expired} when the new one was made.
   * One that has gives way.
   *
   * @param task the task, of version 1
   * @return the task that is kept now: this one, or the one that was there; null if there are too
   *     many tasks
   * @throws RuntimeException if there is a task of that id
   */
  @Nullable TaskRecord create(TaskRecord task);

  /**
   * Finds a task.
   *
   * @param key names it: both parts must be equal, character for character
   * @return the task as it was kept last, also if it has expired and was not removed; null if there
   *     is none, or it belongs to somebody else
   */
  @Nullable TaskRecord find(TaskKey key);

  /**
   * Replaces a task by its next version, if it is what the caller thinks it is.
   *
   * @param expected the version to be replaced; only its key and version matter
   * @param next the version after it, of the same key
   * @return false, and nothing changes, if the task has another version by now, has {@linkplain
   *     TaskRecord#hasEnded ended}, or is not there
   */
  boolean replace(TaskRecord expected, TaskRecord next);

  /**
   * Forgets a task, if it is what the caller thinks it is.
   *
   * @param expected the task; only its key and version matter
   * @return false, and nothing changes, if the task has another version by now, or is not there
   */
  boolean remove(TaskRecord expected);

  /**
   * Finds tasks that need somebody.
   *
   * @param now the moment
   * @param limit how many are wanted, positive
   * @return those whose {@link TaskRecord#attentionAt} is not after that moment, whoever owns them,
   *     those that wait longest first, no more than wanted
   */
  List<TaskRecord> due(Instant now, int limit);
}
