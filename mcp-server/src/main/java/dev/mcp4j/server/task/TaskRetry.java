/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.server.McpException;
import dev.mcp4j.server.ToolError;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How often a handler that fails is run again, within one task. Answers, and the outcomes of {@code
 * once}, stay known. When no attempt is left, the last failure is the result.
 *
 * @param attempts how many runs there are at most, at least 1
 * @param firstDelay how long to wait after the first failure; doubled after each further one
 * @param maxDelay how long to wait at most
 * @param on which failures are worth another attempt
 */
public record TaskRetry(
    int attempts, Duration firstDelay, Duration maxDelay, Predicate<? super Throwable> on) {
  /** No failure is worth another attempt. */
  public static final TaskRetry NONE =
      new TaskRetry(1, Duration.ZERO, Duration.ZERO, failure -> false);

  private static final int MAX_DOUBLINGS = 30;

  /**
   * Checks the components.
   *
   * @param attempts at least 1
   * @param firstDelay not negative
   * @param maxDelay not less than the first delay
   * @param on not null
   * @throws IllegalArgumentException if a number makes no sense
   */
  public TaskRetry {
    Objects.requireNonNull(on, "on");
    if (attempts < 1 || firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException(
          "%d attempts with delays from %s to %s".formatted(attempts, firstDelay, maxDelay));
    }
  }

  /**
   * Runs a handler again after every exception, but for those that say something to the client:
   * {@link ToolError} and {@link McpException}.
   *
   * @param attempts how many runs there are at most, at least 1
   * @param firstDelay how long to wait after the first failure; at most a minute after others
   * @return the rule
   */
  public static TaskRetry upTo(int attempts, Duration firstDelay) {
    Duration minute = Duration.ofMinutes(1);
    return new TaskRetry(
        attempts,
        firstDelay,
        firstDelay.compareTo(minute) > 0 ? firstDelay : minute,
        failure ->
            failure instanceof Exception
                && !(failure instanceof ToolError)
                && !(failure instanceof McpException));
  }

  /** How long to wait after so many failures. */
  Duration delay(int failures) {
    Duration delay = firstDelay;
    for (int i = 1; i < Math.min(failures, MAX_DOUBLINGS); i++) {
      delay = delay.multipliedBy(2);
      if (delay.compareTo(maxDelay) > 0) {
        return maxDelay;
      }
    }
    return delay;
  }
}
