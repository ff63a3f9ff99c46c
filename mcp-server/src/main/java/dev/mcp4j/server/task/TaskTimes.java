/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When things happened to a task, and when they will.
 *
 * @param created when the task was made
 * @param updated when what the client sees of it changed last
 * @param deadline when it has to have ended
 * @param expiry when it may be forgotten; moved by its end
 * @param retention how long it is kept after its end
 * @param pollInterval how often the client should ask for it
 */
public record TaskTimes(
    Instant created,
    Instant updated,
    Instant deadline,
    Instant expiry,
    Duration retention,
    Duration pollInterval) {
  /**
   * Checks the components.
   *
   * @param created not null
   * @param updated not null
   * @param deadline not null
   * @param expiry not null
   * @param retention not null
   * @param pollInterval not null
   */
  public TaskTimes {
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(updated, "updated");
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(expiry, "expiry");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(pollInterval, "pollInterval");
  }

  TaskTimes updatedAt(Instant now) {
    return new TaskTimes(created, now, deadline, expiry, retention, pollInterval);
  }

  TaskTimes endedAt(Instant now) {
    return new TaskTimes(created, now, deadline, now.plus(retention), retention, pollInterval);
  }
}
