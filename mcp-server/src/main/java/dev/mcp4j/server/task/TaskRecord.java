/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.task.TaskStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as a {@link TaskStore} keeps it. Immutable; a change is a new record of the next version.
 *
 * @param key names it
 * @param version counts its changes, from 1
 * @param dedupKey what a repeated call has in common with the first; null if calls cannot be told
 *     to be repeated
 * @param request the call it answers
 * @param status how far it has come
 * @param statusMessage what is being done, or why it ended so, for people; null for nothing
 * @param times when it was made and when it ends
 * @param work what its worker needs
 * @param result what the call is answered with; null unless completed
 * @param error what the call failed with; null unless failed
 */
public record TaskRecord(
    TaskKey key,
    long version,
    @Nullable String dedupKey,
    TaskRequest request,
    TaskStatus status,
    @Nullable String statusMessage,
    TaskTimes times,
    TaskWork work,
    @Nullable JsonObject result,
    @Nullable JsonRpcError error) {
  /** How long a status message may be; the rest is cut off. */
  static final int MAX_MESSAGE = 1000;

  /**
   * Checks the components.
   *
   * @param key not null
   * @param version positive
   * @param dedupKey may be null
   * @param request not null
   * @param status not null
   * @param statusMessage may be null
   * @param times not null
   * @param work not null
   * @param result not null if and only if the task is completed
   * @param error not null if and only if the task failed
   * @throws IllegalArgumentException if the components contradict each other
   */
  public TaskRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(work, "work");
    require(version >= 1, "the version must be positive");
    require((status == TaskStatus.COMPLETED) == (result != null), "a result means completed");
    require((status == TaskStatus.FAILED) == (error != null), "an error means failed");
    require(
        (status == TaskStatus.INPUT_REQUIRED) == !work.questions().isEmpty(),
        "questions mean that input is required");
    require(work.lease() == null || status == TaskStatus.WORKING, "a lease means working");
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }

  /**
   * Tells when the task needs somebody: a worker because nobody works on it or its worker is
   * overdue, somebody who ends it because it ran out of time, or somebody who forgets it.
   *
   * @return the moment; from then on {@link TaskStore#due} returns the task
   */
  public Instant attentionAt() {
    if (status.isTerminal()) {
      return times.expiry();
    }
    if (status == TaskStatus.INPUT_REQUIRED) {
      return times.deadline();
    }
    TaskLease lease = work.lease();
    Instant workable = lease == null ? work.notBefore() : lease.until();
    return workable.isBefore(times.deadline()) ? workable : times.deadline();
  }

  /**
   * Tells whether nothing of the task changes any more.
   *
   * @return true once it is completed, cancelled or failed
   */
  public boolean hasEnded() {
    return status.isTerminal();
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(times.expiry());
  }

  boolean isOverdue(Instant now) {
    return !hasEnded() && !now.isBefore(times.deadline());
  }

  /** The next version, of which the client sees nothing new. */
  TaskRecord with(TaskWork next) {
    return new TaskRecord(
        key, version + 1, dedupKey, request, status, statusMessage, times, next, result, error);
  }

  /** The next version, still going on. */
  TaskRecord with(TaskStatus next, @Nullable String message, Instant now, TaskWork nextWork) {
    return new TaskRecord(
        key,
        version + 1,
        dedupKey,
        request,
        next,
        shortened(message),
        times.updatedAt(now),
        nextWork,
        null,
        null);
  }

  /** The last version. */
  TaskRecord ended(
      TaskStatus last,
      @Nullable String message,
      Instant now,
      @Nullable JsonObject answer,
      @Nullable JsonRpcError failure) {
    return new TaskRecord(
        key,
        version + 1,
        dedupKey,
        request,
        last,
        shortened(message),
        times.endedAt(now),
        work.over(),
        answer,
        failure);
  }

  private static @Nullable String shortened(@Nullable String message) {
    if (message == null || message.length() <= MAX_MESSAGE) {
      return message;
    }
    int end =
        Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 1)) ? MAX_MESSAGE - 1 : MAX_MESSAGE;
    return message.substring(0, end);
  }
}
