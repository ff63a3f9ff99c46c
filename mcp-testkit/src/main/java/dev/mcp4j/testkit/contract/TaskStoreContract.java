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
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskLease;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.server.task.TaskTimes;
import dev.mcp4j.server.task.TaskWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every {@link TaskStore} must do. Extend it, say how a store is opened, and JUnit runs it.
 * {@link TaskLedgerContract} tests what tasks do on top of it.
 */
@Timeout(60)
public abstract class TaskStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int RACERS = 4;

  private TaskStore first = TaskStores.NONE;
  private TaskStore second = TaskStores.NONE;

  /** For subclasses. */
  protected TaskStoreContract() {}

  /**
   * Opens a store, as an instance of a server does when it starts. Called twice for each test.
   *
   * @return a store over the data of the test that runs, which are empty at first; where several
   *     stores cannot share data, the same one
   */
  protected abstract TaskStore open();

  /** Opens the stores. */
  @BeforeEach
  public void openStores() {
    first = open();
    second = open();
  }

  private static TaskRecord task(String id, @Nullable String principal) {
    return task(new TaskKey(id, principal), null, NOW);
  }

  private static TaskRecord task(TaskKey key, @Nullable String dedupKey, Instant created) {
    return new TaskRecord(
        key,
        1,
        dedupKey,
        new TaskRequest("export", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "http"),
        TaskStatus.WORKING,
        null,
        new TaskTimes(
            created,
            created,
            created.plus(MINUTE),
            created.plus(MINUTE.multipliedBy(2)),
            MINUTE,
            Duration.ofSeconds(1)),
        work(created),
        null,
        null);
  }

  private static TaskWork work(Instant notBefore) {
    return new TaskWork(
        0, notBefore, 0, null, JsonObject.EMPTY, Map.of(), Map.of(), Map.of(), Set.of());
  }

  private static TaskRecord next(TaskRecord task, @Nullable String message) {
    return new TaskRecord(
        task.key(),
        task.version() + 1,
        task.dedupKey(),
        task.request(),
        TaskStatus.WORKING,
        message,
        task.times(),
        task.work(),
        null,
        null);
  }

  private static TaskRecord cancelled(TaskRecord task) {
    return new TaskRecord(
        task.key(),
        task.version() + 1,
        task.dedupKey(),
        task.request(),
        TaskStatus.CANCELLED,
        null,
        task.times(),
        task.work(),
        null,
        null);
  }

  private static JsonObject json(String text) {
    return McpJson.read(JsonObject.class, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject nested(int depth) {
    ObjectNode outer = JsonNodeFactory.instance.objectNode();
    ObjectNode node = outer;
    for (int i = 1; i < depth; i++) {
      node = node.putObject("in");
    }
    return new JsonObject(outer);
  }

  /** A task that was created is found whole, by every instance, as soon as it is created. */
  @Test
  public void taskIsFoundAsItWasCreated() {
    TaskRecord task =
        new TaskRecord(
            new TaskKey("t-1_Z", "alice@example.com"),
            1,
            "alice/export/1",
            new TaskRequest(
                "export",
                json("{'text':'\u00fc\u4e2d\ud83d\ude00\\n\\u0001','n':1e400,'d':0.10}"),
                json("{'dev.example/x':{'y':[null,true]}}"),
                Set.of("read", "write"),
                "stdio"),
            TaskStatus.WORKING,
            "40 %, \ud83d\ude00",
            new TaskTimes(
                NOW,
                NOW.plusMillis(1),
                NOW.plus(MINUTE),
                NOW.plus(Duration.ofDays(400)),
                Duration.ofMillis(1234),
                Duration.ofMillis(250)),
            new TaskWork(
                2,
                NOW.plusMillis(7),
                5,
                new TaskLease("worker \u00e9", 5, NOW.plusSeconds(30)),
                json("{'v':1,'ans':{}}"),
                Map.of("create", json("{'type':'long','value':'9007199254740993'}").node()),
                Map.of(),
                Map.of("ok", json("{'action':'accept'}").node()),
                Set.of("ok", "region")),
            null,
            null);

    assertThat(first.create(task)).isEqualTo(task);
    assertThat(first.find(task.key())).isEqualTo(task);
    assertThat(second.find(task.key())).isEqualTo(task);
  }

  /** What a task waits for, and what it ended with, are kept too, however deep. */
  @Test
  public void everyStatusIsFoundAsItWasKept() {
    TaskRecord asked = task("asked", null);
    TaskWork asking =
        new TaskWork(
            0,
            NOW,
            1,
            null,
            JsonObject.EMPTY,
            Map.of(),
            Map.of("q", json("{'method':'roots/list'}")),
            Map.of(),
            Set.of("q"));
    keepEnd(
        asked,
        new TaskRecord(
            asked.key(),
            2,
            null,
            asked.request(),
            TaskStatus.INPUT_REQUIRED,
            null,
            asked.times(),
            asking,
            null,
            null));
    TaskRecord completed = task("completed", "alice");
    keepEnd(
        completed,
        new TaskRecord(
            completed.key(),
            2,
            null,
            completed.request(),
            TaskStatus.COMPLETED,
            "done",
            completed.times(),
            completed.work(),
            nested(400),
            null));
    TaskRecord failed = task("failed", "bob");
    keepEnd(
        failed,
        new TaskRecord(
            failed.key(),
            2,
            null,
            failed.request(),
            TaskStatus.FAILED,
            "no",
            failed.times(),
            failed.work(),
            null,
            new JsonRpcError(-32603, "no", json("{'a':1}").node())));
  }

  private void keepEnd(TaskRecord task, TaskRecord changed) {
    assertThat(first.create(task)).isEqualTo(task);
    assertThat(first.replace(task, changed)).isTrue();
    assertThat(first.find(task.key())).isEqualTo(changed);
    assertThat(second.find(task.key())).isEqualTo(changed);
  }

  /** Whoever knows the id but is somebody else finds nothing, and can do nothing. */
  @Test
  public void taskIsNothingToAnotherPrincipal() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);

    for (String other : new String[] {"bob", "Alice", "alice ", "", null}) {
      TaskRecord theirs = task("t", other);
      assertThat(second.find(theirs.key())).isNull();
      assertThat(second.replace(theirs, next(theirs, "stolen"))).isFalse();
      assertThat(second.remove(theirs)).isFalse();
    }
    assertThat(first.find(task.key())).isEqualTo(task);
  }

  /** A task of nobody in particular is not that of somebody with a blank name. */
  @Test
  public void anonymousTaskIsNothingToAPrincipal() {
    TaskRecord task = task("t", null);
    assertThat(first.create(task)).isEqualTo(task);

    assertThat(first.find(new TaskKey("t", ""))).isNull();
    assertThat(first.find(new TaskKey("t", "null"))).isNull();
    assertThat(second.find(task.key())).isEqualTo(task);
  }

  /** Ids are compared as they are. */
  @Test
  public void idsAreComparedExactly() {
    assertThat(first.create(task("Ab-c_d", "alice"))).isNotNull();

    for (String id : List.of("ab-c_d", "Ab-c", "Ab-c_d ", "Ab-c%", "Ab-cXd", "", "x".repeat(999))) {
      assertThat(first.find(new TaskKey(id, "alice"))).as(id).isNull();
    }
  }

  /** An id is there once, whoever has it. */
  @Test
  public void idThatIsTakenIsRefused() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);

    assertThatThrownBy(() -> second.create(task("t", "bob"))).isInstanceOf(RuntimeException.class);
    assertThat(first.find(task.key())).isEqualTo(task);
    assertThat(first.find(new TaskKey("t", "bob"))).isNull();
  }

  /** What is not there is not there. */
  @Test
  public void unknownTaskIsNotFound() {
    TaskRecord task = task("nobody", null);

    assertThat(first.find(task.key())).isNull();
    assertThat(first.replace(task, next(task, null))).isFalse();
    assertThat(first.remove(task)).isFalse();
    assertThat(first.due(NOW.plus(Duration.ofDays(999)), 10)).isEmpty();
  }

  /** A change is there for whoever looks next. */
  @Test
  public void changeIsKept() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord changed = next(task, "half");

    assertThat(second.replace(task, changed)).isTrue();
    assertThat(first.find(task.key())).isEqualTo(changed);
  }

  /** A change of what is not there any more changes nothing. */
  @Test
  public void changeOfAnOldVersionIsRefused() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord changed = next(task, "by the first");
    assertThat(first.replace(task, changed)).isTrue();

    assertThat(second.replace(task, next(task, "by the second"))).isFalse();
    assertThat(second.find(task.key())).isEqualTo(changed);
  }

  /** What has ended stays as it is, even for whoever knows its version. */
  @Test
  public void endIsFinal() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord ended = cancelled(task);
    assertThat(first.replace(task, ended)).isTrue();

    assertThat(first.replace(ended, next(ended, "again"))).isFalse();
    assertThat(second.replace(ended, next(ended, "again"))).isFalse();
    assertThat(second.find(task.key())).isEqualTo(ended);
  }

  /** A task that was removed is gone; one that has changed meanwhile is not removed. */
  @Test
  public void onlyTheKnownVersionIsRemoved() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord changed = next(task, "changed");
    assertThat(first.replace(task, changed)).isTrue();

    assertThat(second.remove(task)).isFalse();
    assertThat(first.find(task.key())).isEqualTo(changed);
    assertThat(second.remove(changed)).isTrue();
    assertThat(first.find(task.key())).isNull();
    assertThat(first.remove(changed)).isFalse();
    assertThat(first.replace(changed, next(changed, "late"))).isFalse();
  }

  /** A repeated call finds the task of the first, whatever has become of it. */
  @Test
  public void repeatedCallFindsTheFirstTask() {
    TaskRecord task = task(new TaskKey("t", "alice"), "call-1", NOW);
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord again = task(new TaskKey("u", "alice"), "call-1", NOW.plusSeconds(1));

    assertThat(second.create(again)).isEqualTo(task);
    assertThat(second.find(again.key())).isNull();
    TaskRecord ended = cancelled(task);
    assertThat(first.replace(task, ended)).isTrue();
    assertThat(second.create(again)).isEqualTo(ended);
    TaskRecord other = task(new TaskKey("u", "alice"), "call-2", NOW);
    assertThat(second.create(other)).isEqualTo(other);
  }

  /** The key of a task that is gone, or has expired, is free again. */
  @Test
  public void keyOfAGoneTaskIsFree() {
    TaskRecord task = task(new TaskKey("t", "alice"), "call", NOW);
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord late = task(new TaskKey("u", "alice"), "call", task.times().expiry());

    assertThat(second.create(late)).isEqualTo(late);
    assertThat(first.find(task.key())).isNull();
    assertThat(first.remove(late)).isTrue();
    TaskRecord another = task(new TaskKey("v", "alice"), "call", NOW);
    assertThat(second.create(another)).isEqualTo(another);
  }

  /** Tasks without such a key are never taken for one another. */
  @Test
  public void tasksWithoutKeyAreDifferent() {
    TaskRecord one = task("t", "alice");
    TaskRecord two = task("u", "alice");
    assertThat(first.create(one)).isEqualTo(one);
    assertThat(second.create(two)).isEqualTo(two);
  }

  /** Those that wait longest come first, those whose moment has not come not at all. */
  @Test
  public void dueTasksComeInTheOrderOfTheirMoments() {
    TaskRecord late = task(new TaskKey("late", "alice"), null, NOW.plusMillis(30));
    TaskRecord early = task(new TaskKey("early", "bob"), null, NOW.plusMillis(10));
    TaskRecord middle = task(new TaskKey("middle", null), null, NOW.plusMillis(20));
    for (TaskRecord task : List.of(late, early, middle)) {
      assertThat(first.create(task)).isEqualTo(task);
    }

    assertThat(second.due(NOW.plusMillis(9), 10)).isEmpty();
    assertThat(second.due(NOW.plusMillis(10), 10)).containsExactly(early);
    assertThat(second.due(NOW.plusMillis(30), 10)).containsExactly(early, middle, late);
    assertThat(second.due(NOW.plusMillis(30), 2)).containsExactly(early, middle);
  }

  /** A task is due when its latest version says so. */
  @Test
  public void changeMovesTheMoment() {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord ended = cancelled(task);
    assertThat(first.replace(task, ended)).isTrue();

    assertThat(second.due(NOW.plus(MINUTE), 10)).isEmpty();
    assertThat(second.due(ended.times().expiry(), 10)).containsExactly(ended);
    assertThat(second.remove(ended)).isTrue();
    assertThat(first.due(ended.times().expiry(), 10)).isEmpty();
  }

  /**
   * Of several that change the same version, one succeeds.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void oneOfSeveralChangesOfAVersionSucceeds() throws Exception {
    TaskRecord task = task("t", "alice");
    assertThat(first.create(task)).isEqualTo(task);
    TaskRecord current = task;
    for (int round = 0; round < 10; round++) {
      TaskRecord expected = current;
      AtomicInteger successes = new AtomicInteger();
      TaskStores.race(
          RACERS,
          racer -> {
            if (storeOf(racer).replace(expected, next(expected, "by " + racer))) {
              successes.incrementAndGet();
            }
          });
      assertThat(successes).hasValue(1);
      current = Objects.requireNonNull(first.find(task.key()), "the task is gone");
      assertThat(current.version()).isEqualTo(expected.version() + 1);
    }
  }

  /**
   * Of several that make a task for the same call, one succeeds, and all learn which.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void oneOfSeveralRepeatedCallsMakesTheTask() throws Exception {
    for (int round = 0; round < 10; round++) {
      String call = "call-" + round;
      Set<String> ids = ConcurrentHashMap.newKeySet();
      TaskStores.race(
          RACERS,
          racer -> {
            TaskKey key = new TaskKey(call + "-" + racer, "alice");
            TaskRecord made = storeOf(racer).create(task(key, call, NOW));
            ids.add(made == null ? "none" : made.key().id());
          });
      assertThat(ids).hasSize(1);
      assertThat(first.find(new TaskKey(ids.iterator().next(), "alice"))).isNotNull();
    }
    assertThat(first.due(NOW.plus(MINUTE), 100)).hasSize(10);
  }

  /**
   * Of several that remove a task, one does.
   *
   * @throws Exception if a racer fails
   */
  @Test
  public void oneOfSeveralRemovesTheTask() throws Exception {
    for (int round = 0; round < 10; round++) {
      TaskRecord task = task("t", "alice");
      assertThat(first.create(task)).isEqualTo(task);
      AtomicInteger successes = new AtomicInteger();
      TaskStores.race(
          RACERS,
          racer -> {
            if (storeOf(racer).remove(task)) {
              successes.incrementAndGet();
            }
          });
      assertThat(successes).hasValue(1);
    }
  }

  private TaskStore storeOf(int racer) {
    return racer % 2 == 0 ? first : second;
  }
}
