/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.task;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on after its request was answered.
 *
 * <p>Specification of the Tasks extension: Tasks.
 *
 * @param taskId names it; whoever knows the id may be able to ask for it
 * @param status how far it has come
 * @param statusMessage what is being done, or why it ended so, for people; null if absent
 * @param createdAt when it was made
 * @param lastUpdatedAt when it changed last
 * @param ttlMs how long it is kept, in milliseconds since it was made; null for ever
 * @param pollIntervalMs how often to ask for it, in milliseconds; null if absent
 */
public record Task(
    String taskId,
    TaskStatus status,
    @Nullable String statusMessage,
    Instant createdAt,
    Instant lastUpdatedAt,
    @Nullable Long ttlMs,
    @Nullable Long pollIntervalMs) {
  /**
   * Checks the components.
   *
   * @param taskId not null
   * @param status not null
   * @param statusMessage may be null
   * @param createdAt not null
   * @param lastUpdatedAt not null
   * @param ttlMs may be null
   * @param pollIntervalMs may be null
   */
  public Task {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(lastUpdatedAt, "lastUpdatedAt");
  }
}
