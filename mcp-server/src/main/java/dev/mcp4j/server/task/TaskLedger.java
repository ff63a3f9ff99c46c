/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.task.TaskStatus;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What may happen to tasks, over whatever store: the only place that makes transitions. Each is a
 * compare-and-set, repeated while somebody else is faster, until it is made or has become
 * impossible.
 *
 * <p>A worker works under a lease. Once another worker holds the task, or the task has ended,
 * nothing the first one does to it has an effect. Safe for use by several threads; blocks as the
 * store does, and throws what it throws.
 *
 * <p>Specification of the Tasks extension: Task Status.
 */
public final class TaskLedger {
  private static final int ID_BYTES = 24;
  private static final int MAX_TRIES = 10_000;

  private final TaskStore store;
  private final Clock clock;
  private final SecureRandom random;
  private final String worker;
  private final Duration lease;

  /**
   * Makes the ledger of one worker.
   *
   * @param store where the tasks are kept
   * @param clock tells when leases end; the clocks of all workers must agree to a fraction of a
   *     lease
   * @param random where ids come from
   * @param worker names the worker, for people
   * @param lease how long a lease lasts unless it is renewed, positive
   */
  public TaskLedger(
      TaskStore store, Clock clock, SecureRandom random, String worker, Duration lease) {
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
    this.worker = Objects.requireNonNull(worker, "worker");
    this.lease = Objects.requireNonNull(lease, "lease");
  }

  /**
   * A task to be made.
   *
   * @param principal who will own it; null for a caller nobody authenticated
   * @param dedupKey what a repeated call has in common with the first; null for nothing
   * @param request the call it answers
   * @param runBudget how long it may take, waiting for answers included
   * @param retention how long it is kept after its end
   * @param pollInterval how often the client should ask for it
   * @param recorded what the handler has been told so far, in a form only the server reads
   * @param once the outcomes of {@code once} so far
   */
  public record NewTask(
      @Nullable String principal,
      @Nullable String dedupKey,
      TaskRequest request,
      Duration runBudget,
      Duration retention,
      Duration pollInterval,
      JsonObject recorded,
      Map<String, JsonNode> once) {
    /**
     * Checks the components.
     *
     * @param principal may be null
     * @param dedupKey may be null
     * @param request not null
     * @param runBudget not null
     * @param retention not null
     * @param pollInterval not null
     * @param recorded not null
     * @param once not null
     */
    public NewTask {
      Objects.requireNonNull(request, "request");
      Objects.requireNonNull(runBudget, "runBudget");
      Objects.requireNonNull(retention, "retention");
      Objects.requireNonNull(pollInterval, "pollInterval");
      Objects.requireNonNull(recorded, "recorded");
      Objects.requireNonNull(once, "once");
    }
  }

  /**
   * What came of making a task.
   *
   * @param task the task as it is kept now
   * @param isNew whether it was made now, so that this worker holds it; false if an earlier call of
   *     the same key made it
   */
  public record Creation(TaskRecord task, boolean isNew) {
    /**
     * Checks the components.
     *
     * @param task not null
     * @param isNew any value
     */
    public Creation {
      Objects.requireNonNull(task, "task");
    }
  }

  /**
   * Makes a task, of an id nobody can guess, unless an earlier call of the same key made one.
   *
   * @param task what it is to be
   * @return what came of it; null if there are too many tasks
   */
  public @Nullable Creation create(NewTask task) {
    Instant now = now();
    Instant deadline = now.plus(task.runBudget());
    TaskTimes times =
        new TaskTimes(
            now,
            now,
            deadline,
            deadline.plus(task.retention()),
            task.retention(),
            task.pollInterval());
    TaskKey key = new TaskKey(newId(), task.principal());
    TaskRecord kept =
        store.create(
            new TaskRecord(
                key,
                1,
                task.dedupKey(),
                task.request(),
                TaskStatus.WORKING,
                null,
                times,
                TaskWork.fresh(now, task.recorded(), task.once()).leased(worker, now.plus(lease)),
                null,
                null));
    return kept == null ? null : new Creation(kept, kept.key().equals(key));
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /**
   * Finds a task.
   *
   * @param key names it
   * @return the task; null if there is none, it has expired, or it belongs to somebody else
   */
  public @Nullable TaskRecord find(TaskKey key) {
    TaskRecord task = store.find(key);
    return task == null || task.isExpired(now()) ? null : task;
  }

  /**
   * Takes answers of the client. Those to questions that are not pending are ignored. When no
   * question is pending any more, the task waits for a worker.
   *
   * @param key names the task
   * @param answers the answers by the key of their question
   * @return the task as it is now; null if there is none
   */
  public @Nullable TaskRecord answer(TaskKey key, Map<String, JsonNode> answers) {
    return change(
        key,
        task -> {
          TaskWork next = task.work().answered(answers, now());
          if (task.status() != TaskStatus.INPUT_REQUIRED
              || next.questions().size() == task.work().questions().size()) {
            return task;
          }
          return next.questions().isEmpty()
              ? task.with(TaskStatus.WORKING, null, now(), next)
              : task.with(TaskStatus.INPUT_REQUIRED, task.statusMessage(), now(), next);
        });
  }

  /**
   * Cancels a task. One that has ended stays as it is.
   *
   * @param key names it
   * @return the task as it is now; null if there is none
   */
  public @Nullable TaskRecord cancel(TaskKey key) {
    return change(
        key,
        task ->
            task.hasEnded()
                ? task
                : task.ended(TaskStatus.CANCELLED, "Cancelled by the client", now(), null, null));
  }

  /**
   * Forgets a task.
   *
   * @param task the task as this worker knows it
   * @return false if it has changed since
   */
  public boolean remove(TaskRecord task) {
    return store.remove(task);
  }

  /**
   * What needs attention.
   *
   * @param timedOut tasks that have just been ended because they ran out of time
   * @param claimable tasks that nobody works on, or whose worker is overdue
   */
  public record Attention(List<TaskRecord> timedOut, List<TaskRecord> claimable) {
    /**
     * Copies the components.
     *
     * @param timedOut copied
     * @param claimable copied
     */
    public Attention {
      timedOut = List.copyOf(timedOut);
      claimable = List.copyOf(claimable);
    }
  }

  /**
   * Forgets tasks that have expired, ends those that ran out of time, and finds those that need a
   * worker. Any number of workers may do so at the same time.
   *
   * @param limit how many tasks to look at, positive
   * @return what was ended here, and what can be {@linkplain #claim claimed}
   */
  public Attention sweep(int limit) {
    List<TaskRecord> timedOut = new ArrayList<>();
    List<TaskRecord> claimable = new ArrayList<>();
    Instant now = now();
    for (TaskRecord task : store.due(now, limit)) {
      if (task.hasEnded()) {
        store.remove(task);
      } else if (!task.isOverdue(now)) {
        claimable.add(task);
      } else {
        TaskRecord ended = timedOut(task, now);
        if (store.replace(task, ended)) {
          timedOut.add(ended);
        }
      }
    }
    return new Attention(timedOut, claimable);
  }

  private static TaskRecord timedOut(TaskRecord task, Instant now) {
    Duration budget = Duration.between(task.times().created(), task.times().deadline());
    String message =
        "The task took longer than %d ms and was given up".formatted(budget.toMillis());
    return task.ended(
        TaskStatus.FAILED, message, now, null, JsonRpcError.of(ErrorCode.INTERNAL_ERROR, message));
  }

  /**
   * Takes a task that nobody works on, or whose worker is overdue.
   *
   * @param task the task as it was found
   * @return the task with a lease of this worker; null if somebody else was faster
   */
  public @Nullable TaskRecord claim(TaskRecord task) {
    Instant now = now();
    TaskLease held = task.work().lease();
    if (task.status() != TaskStatus.WORKING
        || task.isOverdue(now)
        || now.isBefore(task.work().notBefore())
        || (held != null && now.isBefore(held.until()))) {
      return null;
    }
    TaskRecord claimed = task.with(task.work().leased(worker, now.plus(lease)));
    return store.replace(task, claimed) ? claimed : null;
  }

  /**
   * Renews the lease of this worker.
   *
   * @param held the task as this worker got it
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord renew(TaskRecord held) {
    return asHolder(held, task -> task.with(task.work().renewed(now().plus(lease))));
  }

  /**
   * Gives a task back, so that another worker goes on with it.
   *
   * @param held the task as this worker got it
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord release(TaskRecord held) {
    return asHolder(held, task -> task.with(task.work().released()));
  }

  /**
   * Says what is being done.
   *
   * @param held the task as this worker got it
   * @param message for people
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord report(TaskRecord held, String message) {
    return asHolder(
        held,
        task ->
            task.with(TaskStatus.WORKING, message, now(), task.work().renewed(now().plus(lease))));
  }

  /**
   * Keeps the outcome of {@code once}.
   *
   * @param held the task as this worker got it
   * @param key tells the outcome from the others
   * @param outcome the outcome
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord keep(TaskRecord held, String key, JsonNode outcome) {
    return asHolder(held, task -> task.with(task.work().withOutcome(key, outcome)));
  }

  /**
   * Asks the client, and gives the task up until the answers are there.
   *
   * @param held the task as this worker got it
   * @param questions the questions by key, at least one
   * @param recorded what the handler has been told so far
   * @return the task as it is now; null if the worker does not hold it any more
   * @throws IllegalArgumentException if there is no question, or a key was used before
   */
  public @Nullable TaskRecord ask(
      TaskRecord held, Map<String, JsonObject> questions, JsonObject recorded) {
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("input is required, but nothing is asked");
    }
    return asHolder(
        held,
        task -> {
          for (String key : questions.keySet()) {
            if (task.work().askedKeys().contains(key)) {
              throw new IllegalArgumentException(
                  "the task has asked a question with the key " + key + " before");
            }
          }
          return task.with(
              TaskStatus.INPUT_REQUIRED, null, now(), task.work().asking(questions, recorded));
        });
  }

  /**
   * Notes that an attempt failed, and gives the task up until it is time for the next.
   *
   * @param held the task as this worker got it
   * @param notBefore when the next attempt may begin
   * @param message what happens, for people
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord retry(TaskRecord held, Instant notBefore, String message) {
    return asHolder(
        held,
        task ->
            task.with(
                TaskStatus.WORKING,
                message,
                now(),
                task.work().afterFailure(notBefore.truncatedTo(ChronoUnit.MILLIS))));
  }

  /**
   * Ends a task with the result of its call.
   *
   * @param held the task as this worker got it
   * @param result the result, also one with {@code isError}
   * @param message a summary for people; null for nothing
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord complete(
      TaskRecord held, JsonObject result, @Nullable String message) {
    return asHolder(held, task -> task.ended(TaskStatus.COMPLETED, message, now(), result, null));
  }

  /**
   * Ends a task with the error its call failed with.
   *
   * @param held the task as this worker got it
   * @param error the error
   * @return the task as it is now; null if the worker does not hold it any more
   */
  public @Nullable TaskRecord fail(TaskRecord held, JsonRpcError error) {
    return asHolder(
        held, task -> task.ended(TaskStatus.FAILED, error.message(), now(), null, error));
  }

  /** The task as it is now; null if the worker does not hold it any more. Changes nothing. */
  @Nullable TaskRecord current(TaskRecord held) {
    return asHolder(held, task -> task);
  }

  private @Nullable TaskRecord asHolder(
      TaskRecord held, Function<TaskRecord, TaskRecord> transition) {
    TaskLease mine = held.work().lease();
    if (mine == null) {
      throw new IllegalArgumentException("the worker has never held this task");
    }
    return change(
        held.key(), task -> task.work().isHeldWith(mine.token()) ? transition.apply(task) : null);
  }

  /**
   * Makes a transition. One that returns the same record leaves the task as it is; one that returns
   * null cannot be made.
   */
  private @Nullable TaskRecord change(
      TaskKey key, Function<TaskRecord, @Nullable TaskRecord> transition) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      TaskRecord task = find(key);
      if (task == null) {
        return null;
      }
      TaskRecord changed = transition.apply(task);
      if (changed == null || changed.version() == task.version() || store.replace(task, changed)) {
        return changed;
      }
    }
    throw new IllegalStateException("a task could not be changed in " + MAX_TRIES + " tries");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
