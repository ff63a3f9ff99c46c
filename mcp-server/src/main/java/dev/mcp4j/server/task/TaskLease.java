/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Instant;
import java.util.Objects;

/**
 * The right to work on a task, for a time. Each lease of a task has a greater token than those
 * before it, so a worker that was thought dead cannot be mistaken for the one that took over.
 *
 * @param worker who has it, for people
 * @param token its number, positive
 * @param until when it ends unless it is renewed
 */
public record TaskLease(String worker, long token, Instant until) {
  /**
   * Checks the components.
   *
   * @param worker not null
   * @param token positive
   * @param until not null
   * @throws IllegalArgumentException if the token is not positive
   */
  public TaskLease {
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(until, "until");
    if (token < 1) {
      throw new IllegalArgumentException("the token must be positive, was " + token);
    }
  }
}
