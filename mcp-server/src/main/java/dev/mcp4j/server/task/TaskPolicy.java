/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Duration;
import java.util.Objects;

/**
 * How the calls of a tool become tasks.
 *
 * @param runBudget how long a task may take, waiting for answers included; then it fails
 * @param retention how long its result is kept after its end
 * @param pollInterval how often clients should ask for it
 * @param answerWithin how long a client waits for a result before it gets a task instead; zero for
 *     not at all
 * @param retry how often a handler that fails is run again
 * @param otherClients what clients get that know nothing of tasks
 * @param decision which calls become tasks, of clients that know of them
 */
public record TaskPolicy(
    Duration runBudget,
    Duration retention,
    Duration pollInterval,
    Duration answerWithin,
    TaskRetry retry,
    OtherClients otherClients,
    TaskDecision decision) {
  /**
   * Every call becomes a task at once: it may take an hour, its result is kept for an hour, and
   * clients ask every second. A failure is final. Other clients wait.
   */
  public static final TaskPolicy DEFAULT =
      new TaskPolicy(
          Duration.ofHours(1),
          Duration.ofHours(1),
          Duration.ofSeconds(1),
          Duration.ZERO,
          TaskRetry.NONE,
          OtherClients.WAIT,
          TaskDecision.ALWAYS);

  /**
   * Checks the components.
   *
   * @param runBudget positive
   * @param retention positive
   * @param pollInterval at least a millisecond
   * @param answerWithin not negative
   * @param retry not null
   * @param otherClients not null
   * @param decision not null
   * @throws IllegalArgumentException if a time makes no sense
   */
  public TaskPolicy {
    requirePositive("runBudget", runBudget);
    requirePositive("retention", retention);
    requirePositive("pollInterval", pollInterval);
    if (answerWithin.isNegative()) {
      throw new IllegalArgumentException("answerWithin must not be negative, was " + answerWithin);
    }
    Objects.requireNonNull(retry, "retry");
    Objects.requireNonNull(otherClients, "otherClients");
    Objects.requireNonNull(decision, "decision");
  }

  private static void requirePositive(String name, Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least a millisecond, was " + time);
    }
  }

  /**
   * Makes a copy with another run budget.
   *
   * @param time how long a task may take
   * @return the copy
   */
  public TaskPolicy withRunBudget(Duration time) {
    return new TaskPolicy(
        time, retention, pollInterval, answerWithin, retry, otherClients, decision);
  }

  /**
   * Makes a copy with another retention.
   *
   * @param time how long a result is kept after its end
   * @return the copy
   */
  public TaskPolicy withRetention(Duration time) {
    return new TaskPolicy(
        runBudget, time, pollInterval, answerWithin, retry, otherClients, decision);
  }

  /**
   * Makes a copy with another poll interval.
   *
   * @param time how often clients should ask
   * @return the copy
   */
  public TaskPolicy withPollInterval(Duration time) {
    return new TaskPolicy(runBudget, retention, time, answerWithin, retry, otherClients, decision);
  }

  /**
   * Makes a copy that answers quick calls with their result.
   *
   * @param time how long a client waits before it gets a task instead
   * @return the copy
   */
  public TaskPolicy withAnswerWithin(Duration time) {
    return new TaskPolicy(runBudget, retention, pollInterval, time, retry, otherClients, decision);
  }

  /**
   * Makes a copy with other retries.
   *
   * @param rule how often a handler that fails is run again
   * @return the copy
   */
  public TaskPolicy withRetry(TaskRetry rule) {
    return new TaskPolicy(
        runBudget, retention, pollInterval, answerWithin, rule, otherClients, decision);
  }

  /**
   * Makes a copy that treats other clients in another way.
   *
   * @param way what clients get that know nothing of tasks
   * @return the copy
   */
  public TaskPolicy withOtherClients(OtherClients way) {
    return new TaskPolicy(runBudget, retention, pollInterval, answerWithin, retry, way, decision);
  }

  /**
   * Makes a copy with another decision.
   *
   * @param rule which calls become tasks
   * @return the copy
   */
  public TaskPolicy when(TaskDecision rule) {
    return new TaskPolicy(
        runBudget, retention, pollInterval, answerWithin, retry, otherClients, rule);
  }
}
