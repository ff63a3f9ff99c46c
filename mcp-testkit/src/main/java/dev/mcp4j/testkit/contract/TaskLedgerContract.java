/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskLedger;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.manual.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What tasks do over a {@link TaskStore} that two workers share. Extend it, say how a store is
 * opened, and JUnit runs it.
 */
@Timeout(60)
public abstract class TaskLedgerContract {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration BUDGET = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofMinutes(5);
  private static final JsonObject RESULT = object("content", "done");
  private static final Map<String, JsonObject> TWO_QUESTIONS =
      Map.of("a", object("method", "roots/list"), "b", object("method", "roots/list"));

  private final ManualClock clock = ManualClock.create();
  private TaskStore store = TaskStores.NONE;
  private TaskLedger first = ledger(store, "first");
  private TaskLedger second = ledger(store, "second");

  /** For subclasses. */
  protected TaskLedgerContract() {}

  /**
   * Opens a store, as an instance of a server does when it starts. Called twice for each test.
   *
   * @return a store over the data of the test that runs, which are empty at first; where several
   *     stores cannot share data, the same one
   */
  protected abstract TaskStore open();

  /** Gives both workers their store. */
  @BeforeEach
  public void openStores() {
    store = open();
    first = ledger(store, "first");
    second = ledger(open(), "second");
  }

  private TaskLedger ledger(TaskStore kept, String worker) {
    return new TaskLedger(kept, clock, new SecureRandom(), worker, LEASE);
  }

  private static JsonObject object(String name, String value) {
    return new JsonObject(JsonNodeFactory.instance.objectNode().put(name, value));
  }

  private static JsonNode answer(String text) {
    return object("action", text).node();
  }

  private static TaskLedger.NewTask newTask(@Nullable String dedup) {
    return new TaskLedger.NewTask(
        "alice",
        dedup,
        new TaskRequest("export", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "http"),
        BUDGET,
        RETENTION,
        Duration.ofSeconds(1),
        JsonObject.EMPTY,
        Map.of());
  }

  private TaskRecord created() {
    return create(first, null).task();
  }

  private static TaskLedger.Creation create(TaskLedger ledger, @Nullable String dedup) {
    return Objects.requireNonNull(ledger.create(newTask(dedup)), "there is no room");
  }

  private static TaskRecord made(@Nullable TaskRecord task) {
    return Objects.requireNonNull(task, "nothing was made of the task");
  }

  private TaskRecord seen(TaskKey key) {
    return made(second.find(key));
  }

  /** Ids are long, and none comes twice. */
  @Test
  public void idsCannotBeGuessed() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String id = created().key().id();
      assertThat(id).matches("[A-Za-z0-9_-]{22,}");
      ids.add(id);
    }
    assertThat(ids).hasSize(100);
  }

  /** A task that was made is there for everybody, and its maker holds it. */
  @Test
  public void newTaskIsThereAndHeld() {
    TaskRecord task = created();

    assertThat(seen(task.key())).isEqualTo(task);
    assertThat(task.status()).isEqualTo(TaskStatus.WORKING);
    assertThat(second.sweep(10).claimable()).isEmpty();
    assertThat(second.claim(task)).isNull();
  }

  /** To somebody else a task is what no task is. */
  @Test
  public void alienTaskIsAsUnknownAsNone() {
    TaskRecord task = created();
    for (TaskKey key :
        List.of(
            new TaskKey(task.key().id(), "bob"),
            new TaskKey(task.key().id(), null),
            new TaskKey("nothing", "alice"))) {
      assertThat(first.find(key)).isNull();
      assertThat(first.answer(key, Map.of("a", answer("accept")))).isNull();
      assertThat(first.cancel(key)).isNull();
    }
    assertThat(seen(task.key())).isEqualTo(task);
  }

  /** The holder ends the task, and that is the end. */
  @Test
  public void resultIsFinal() {
    TaskRecord task = created();
    TaskRecord done = made(first.complete(task, RESULT, "done"));

    assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(done.result()).isEqualTo(RESULT);
    assertThat(first.complete(task, object("content", "again"), null)).isNull();
    assertThat(first.fail(task, JsonRpcError.of(-32603, "late"))).isNull();
    assertThat(first.renew(task)).isNull();
    assertThat(first.report(task, "still going")).isNull();
    assertThat(second.cancel(task.key())).isEqualTo(done);
    assertThat(seen(task.key())).isEqualTo(done);
  }

  /** A cancelled task takes no result. */
  @Test
  public void cancelledTaskTakesNoResult() {
    TaskRecord task = created();
    TaskRecord cancelled = made(second.cancel(task.key()));

    assertThat(cancelled.status()).isEqualTo(TaskStatus.CANCELLED);
    assertThat(first.complete(task, RESULT, null)).isNull();
    assertThat(first.keep(task, "once", answer("x"))).isNull();
    assertThat(first.retry(task, clock.instant(), "again")).isNull();
    assertThat(first.ask(task, TWO_QUESTIONS, JsonObject.EMPTY)).isNull();
    assertThat(second.cancel(task.key())).isEqualTo(cancelled);
    assertThat(seen(task.key())).isEqualTo(cancelled);
  }

  /** The task of a dead worker is taken over, by one of the others, under a greater token. */
  @Test
  public void taskOfADeadWorkerIsTakenOver() {
    TaskRecord task = created();
    assertThat(first.keep(task, "effect", answer("kept"))).isNotNull();
    clock.advance(LEASE);
    List<TaskRecord> claimable = second.sweep(10).claimable();

    assertThat(claimable).hasSize(1);
    TaskRecord adopted = made(second.claim(claimable.get(0)));
    assertThat(adopted.work().lastToken()).isGreaterThan(task.work().lastToken());
    assertThat(adopted.work().once()).containsEntry("effect", answer("kept"));
    assertThat(first.claim(claimable.get(0))).isNull();
    assertThat(first.sweep(10).claimable()).isEmpty();
  }

  /** A worker that was thought dead can do nothing to a task that was taken over. */
  @Test
  public void lateWorkerChangesNothing() {
    TaskRecord task = created();
    clock.advance(LEASE);
    TaskRecord adopted = made(second.claim(second.sweep(10).claimable().get(0)));

    assertThat(first.complete(task, RESULT, null)).isNull();
    assertThat(first.fail(task, JsonRpcError.of(-32603, "late"))).isNull();
    assertThat(first.keep(task, "once", answer("late"))).isNull();
    assertThat(first.ask(task, TWO_QUESTIONS, JsonObject.EMPTY)).isNull();
    assertThat(first.retry(task, clock.instant(), "late")).isNull();
    assertThat(first.report(task, "late")).isNull();
    assertThat(first.renew(task)).isNull();
    assertThat(first.release(task)).isNull();
    assertThat(seen(task.key())).isEqualTo(adopted);
    assertThat(second.complete(adopted, RESULT, null)).isNotNull();
  }

  /** A worker that shows it is alive keeps its task. */
  @Test
  public void renewedLeaseHolds() {
    TaskRecord task = created();
    clock.advance(LEASE.minusSeconds(1));
    assertThat(first.renew(task)).isNotNull();
    clock.advance(LEASE.minusSeconds(1));

    assertThat(second.sweep(10).claimable()).isEmpty();
    assertThat(first.complete(task, RESULT, null)).isNotNull();
  }

  /** A task that was given back is there for anybody at once. */
  @Test
  public void releasedTaskIsClaimable() {
    TaskRecord task = created();
    assertThat(first.release(task)).isNotNull();

    List<TaskRecord> claimable = second.sweep(10).claimable();
    assertThat(claimable).hasSize(1);
    assertThat(second.claim(claimable.get(0))).isNotNull();
    assertThat(first.complete(task, RESULT, null)).isNull();
  }

  /** A task that asks is nobody's until every question is answered; then it can be claimed. */
  @Test
  public void questionsAreAnsweredOneByOne() {
    TaskRecord task = created();
    JsonObject recorded = object("v", "1");
    assertThat(first.ask(task, TWO_QUESTIONS, recorded)).isNotNull();
    assertThat(second.sweep(10).claimable()).isEmpty();

    TaskRecord half = made(second.answer(task.key(), Map.of("a", answer("accept"))));
    assertThat(half.status()).isEqualTo(TaskStatus.INPUT_REQUIRED);
    assertThat(half.work().questions()).containsOnlyKeys("b");
    TaskRecord whole = made(first.answer(task.key(), Map.of("b", answer("decline"))));
    assertThat(whole.status()).isEqualTo(TaskStatus.WORKING);
    TaskRecord claimed = made(second.claim(whole));
    assertThat(claimed.work().recorded()).isEqualTo(recorded);
    assertThat(claimed.work().answers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", answer("accept"), "b", answer("decline")));
  }

  /** Answers to what was not asked, or is answered already, are ignored. */
  @Test
  public void answersNobodyWaitsForAreIgnored() {
    TaskRecord task = created();
    assertThat(first.answer(task.key(), Map.of("a", answer("accept")))).isEqualTo(task);
    assertThat(first.ask(task, TWO_QUESTIONS, JsonObject.EMPTY)).isNotNull();
    TaskRecord half = made(second.answer(task.key(), Map.of("a", answer("accept"))));

    assertThat(second.answer(task.key(), Map.of("a", answer("decline"), "x", answer("accept"))))
        .isEqualTo(half);
    assertThat(second.answer(task.key(), Map.of())).isEqualTo(half);
    assertThat(seen(task.key()).work().answers()).containsEntry("a", answer("accept"));
  }

  /** The key of a question means one question, for the whole life of a task. */
  @Test
  public void keyOfAQuestionIsUsedOnce() {
    TaskRecord task = created();
    assertThat(first.ask(task, Map.of("a", object("method", "roots/list")), JsonObject.EMPTY))
        .isNotNull();
    TaskRecord answered = made(first.answer(task.key(), Map.of("a", answer("accept"))));
    TaskRecord claimed = made(second.claim(answered));

    assertThatThrownBy(
            () -> second.ask(claimed, Map.of("a", object("method", "other")), JsonObject.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seen(task.key())).isEqualTo(claimed);
  }

  /** A failed attempt is no end: the task waits for the next, and not longer. */
  @Test
  public void nextAttemptHasItsTime() {
    TaskRecord task = created();
    TaskRecord waiting = made(first.retry(task, clock.instant().plusSeconds(4), "Attempt 2 of 3"));

    assertThat(waiting.status()).isEqualTo(TaskStatus.WORKING);
    assertThat(waiting.statusMessage()).isEqualTo("Attempt 2 of 3");
    assertThat(waiting.work().attempt()).isEqualTo(1);
    assertThat(second.sweep(10).claimable()).isEmpty();
    assertThat(second.claim(waiting)).isNull();
    clock.advance(Duration.ofSeconds(4));
    assertThat(second.sweep(10).claimable()).containsExactly(waiting);
    assertThat(second.claim(waiting)).isNotNull();
  }

  /** A task that runs out of time fails, once, also while it waits for answers. */
  @Test
  public void overdueTaskFailsOnce() {
    TaskRecord worked = created();
    TaskRecord asked = created();
    assertThat(first.ask(asked, TWO_QUESTIONS, JsonObject.EMPTY)).isNotNull();
    clock.advance(BUDGET);

    assertThat(second.sweep(10).timedOut())
        .extracting(TaskRecord::key)
        .containsExactlyInAnyOrder(worked.key(), asked.key());
    assertThat(first.sweep(10).timedOut()).isEmpty();
    TaskRecord failed = seen(worked.key());
    assertThat(failed.status()).isEqualTo(TaskStatus.FAILED);
    assertThat(failed.error()).isNotNull();
    assertThat(first.complete(worked, RESULT, null)).isNull();
  }

  /** A result is kept as long as it was promised, counted from the end, and then forgotten. */
  @Test
  public void resultIsKeptAsLongAsPromised() {
    TaskRecord task = created();
    clock.advance(LEASE.minusSeconds(1));
    TaskRecord done = made(first.complete(task, RESULT, null));
    assertThat(done.times().expiry()).isEqualTo(clock.instant().plus(RETENTION));
    clock.advance(RETENTION.minusMillis(1));
    assertThat(second.sweep(10).timedOut()).isEmpty();
    assertThat(seen(task.key())).isEqualTo(done);
    clock.advance(Duration.ofMillis(1));

    assertThat(first.find(task.key())).isNull();
    assertThat(first.cancel(task.key())).isNull();
    assertThat(second.sweep(10).timedOut()).isEmpty();
    assertThat(store.find(task.key())).isNull();
  }

  /** A repeated call finds the first task, and does not hold it. */
  @Test
  public void repeatedCallFindsTheFirstTask() {
    TaskLedger.Creation creation = create(first, "call");
    TaskRecord task = creation.task();

    assertThat(creation.isNew()).isTrue();
    assertThat(create(second, "call")).isEqualTo(new TaskLedger.Creation(task, false));
    TaskRecord done = made(first.complete(task, RESULT, null));
    assertThat(create(second, "call")).isEqualTo(new TaskLedger.Creation(done, false));
    clock.advance(RETENTION);
    assertThat(create(second, "call").isNew()).isTrue();
  }

  /**
   * Of several workers one gets the task.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void oneOfSeveralWorkersGetsTheTask() throws Exception {
    for (int round = 0; round < 10; round++) {
      TaskRecord task = made(first.release(created()));
      AtomicInteger claims = new AtomicInteger();
      TaskStores.race(
          4,
          racer -> {
            TaskLedger ledger = racer % 2 == 0 ? first : second;
            if (ledger.claim(task) != null) {
              claims.incrementAndGet();
            }
          });
      assertThat(claims).hasValue(1);
    }
  }

  /**
   * No answer is lost that was taken at the same time as another.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void answersGivenAtTheSameTimeAreAllKept() throws Exception {
    for (int round = 0; round < 10; round++) {
      TaskRecord task = created();
      assertThat(first.ask(task, TWO_QUESTIONS, JsonObject.EMPTY)).isNotNull();
      TaskStores.race(
          2,
          racer -> {
            TaskLedger ledger = racer == 0 ? first : second;
            String key = racer == 0 ? "a" : "b";
            assertThat(ledger.answer(task.key(), Map.of(key, answer("accept")))).isNotNull();
          });
      TaskRecord whole = seen(task.key());
      assertThat(whole.status()).isEqualTo(TaskStatus.WORKING);
      assertThat(whole.work().answers()).containsOnlyKeys("a", "b");
    }
  }

  /**
   * Two sweepers end what is overdue once.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void sweepersDoNotDisturbEachOther() throws Exception {
    for (int i = 0; i < 20; i++) {
      created();
    }
    clock.advance(BUDGET);
    AtomicInteger ended = new AtomicInteger();
    TaskStores.race(
        2,
        racer -> {
          TaskLedger ledger = racer == 0 ? first : second;
          ended.addAndGet(ledger.sweep(100).timedOut().size());
        });
    assertThat(ended).hasValue(20);
    clock.advance(RETENTION);
    TaskStores.race(
        2,
        racer -> {
          TaskLedger ledger = racer == 0 ? first : second;
          assertThat(ledger.sweep(100).claimable()).isEmpty();
        });
    assertThat(store.due(clock.instant(), 1)).isEmpty();
  }
}
