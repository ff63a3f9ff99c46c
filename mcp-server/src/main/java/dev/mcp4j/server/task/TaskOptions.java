/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Duration;
import java.util.Objects;

/**
 * How a server works on tasks.
 *
 * @param store where tasks are kept
 * @param lease how long a worker that shows no sign of life keeps its task; longer than the clocks
 *     of instances differ, and than a pause of one may take
 * @param scanInterval how often to look for tasks that nobody works on
 * @param maxRunning how many tasks are worked on at once; more wait
 */
public record TaskOptions(TaskStore store, Duration lease, Duration scanInterval, int maxRunning) {
  /** How long a lease lasts unless another time is given. */
  public static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);

  /** How often to look for tasks unless another time is given. */
  public static final Duration DEFAULT_SCAN_INTERVAL = Duration.ofSeconds(2);

  /** How many tasks are worked on at once unless another number is given. */
  public static final int DEFAULT_MAX_RUNNING = 500;

  /**
   * Checks the components.
   *
   * @param store not null
   * @param lease at least 10 milliseconds
   * @param scanInterval at least a millisecond
   * @param maxRunning at least 1
   * @throws IllegalArgumentException if a number makes no sense
   */
  public TaskOptions {
    Objects.requireNonNull(store, "store");
    if (lease.toMillis() < 10 || scanInterval.toMillis() < 1 || maxRunning < 1) {
      throw new IllegalArgumentException(
          "a lease of %s, a scan every %s, %d tasks at once"
              .formatted(lease, scanInterval, maxRunning));
    }
  }

  /**
   * Makes options with defaults.
   *
   * @param store where tasks are kept
   * @return the options
   */
  public static TaskOptions of(TaskStore store) {
    return new TaskOptions(store, DEFAULT_LEASE, DEFAULT_SCAN_INTERVAL, DEFAULT_MAX_RUNNING);
  }

  /**
   * Makes options that keep tasks in this process.
   *
   * @return the options
   */
  public static TaskOptions inMemory() {
    return of(new InMemoryTaskStore());
  }

  /**
   * Makes a copy with another lease.
   *
   * @param time how long a worker that shows no sign of life keeps its task
   * @return the copy
   */
  public TaskOptions withLease(Duration time) {
    return new TaskOptions(store, time, scanInterval, maxRunning);
  }

  /**
   * Makes a copy that looks for tasks more or less often.
   *
   * @param time how often
   * @return the copy
   */
  public TaskOptions withScanInterval(Duration time) {
    return new TaskOptions(store, lease, time, maxRunning);
  }

  /**
   * Makes a copy that works on more or fewer tasks at once.
   *
   * @param number how many
   * @return the copy
   */
  public TaskOptions withMaxRunning(int number) {
    return new TaskOptions(store, lease, scanInterval, number);
  }
}
