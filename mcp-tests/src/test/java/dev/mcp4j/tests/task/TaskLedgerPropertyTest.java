/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskLedger;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.testkit.manual.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Whatever two workers and a client do to a task, in whatever order, the rules of tasks hold. */
class TaskLedgerPropertyTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final JsonObject QUESTION = TaskServer.json("{'method':'roots/list'}");

  /** What happens. */
  enum Step {
    CLAIM,
    RENEW,
    EFFECT,
    ASK_ONE,
    ASK_TWO,
    ANSWER_ALL,
    ANSWER_SOME,
    ANSWER_OTHERS,
    RETRY,
    RELEASE,
    REPORT,
    COMPLETE,
    FAIL,
    CANCEL,
    SWEEP,
    TIME_OF_A_LEASE,
    SOME_TIME
  }

  /** What others than workers do. */
  private static final Set<Step> OUTSIDE =
      Set.of(
          Step.ANSWER_ALL,
          Step.ANSWER_SOME,
          Step.ANSWER_OTHERS,
          Step.CANCEL,
          Step.SWEEP,
          Step.TIME_OF_A_LEASE);

  /** One task, and what is known of it from outside. */
  private static final class World {
    final ManualClock clock = ManualClock.create();
    final AuditedTaskStore store = new AuditedTaskStore();
    final List<TaskLedger> workers = List.of(worker("first"), worker("second"));
    final Map<Integer, TaskRecord> held = new ConcurrentHashMap<>();
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    final AtomicInteger effects = new AtomicInteger();
    final AtomicInteger questions = new AtomicInteger();
    final TaskKey key;

    World() {
      TaskLedger.NewTask task =
          new TaskLedger.NewTask(
              "alice",
              null,
              new TaskRequest("tool", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "test"),
              Duration.ofHours(1),
              Duration.ofHours(1),
              Duration.ofSeconds(1),
              JsonObject.EMPTY,
              Map.of());
      TaskRecord made = Objects.requireNonNull(workers.get(0).create(task)).task();
      key = made.key();
      held.put(0, made);
    }

    private TaskLedger worker(String name) {
      return new TaskLedger(store, clock, new SecureRandom(), name, LEASE);
    }

    private @Nullable TaskRecord now() {
      return workers.get(0).find(key);
    }

    void take(int worker, Step step) {
      TaskLedger ledger = workers.get(worker);
      TaskRecord mine = held.get(worker);
      switch (step) {
        case CLAIM -> claim(worker, ledger);
        case ANSWER_ALL -> answer(ledger, 2);
        case ANSWER_SOME -> answer(ledger, 1);
        case ANSWER_OTHERS -> ledger.answer(key, Map.of("other", StringNode.valueOf("x")));
        case CANCEL -> ledger.cancel(key);
        case SWEEP -> ledger.sweep(10);
        case TIME_OF_A_LEASE -> clock.advance(LEASE);
        case SOME_TIME -> clock.advance(Duration.ofSeconds(7));
        default -> {
          if (mine != null) {
            asHolder(worker, ledger, mine, step);
          }
        }
      }
    }

    private void claim(int worker, TaskLedger ledger) {
      for (TaskRecord task : ledger.sweep(10).claimable()) {
        TaskRecord claimed = ledger.claim(task);
        if (claimed != null) {
          held.put(worker, claimed);
          acknowledged.forEach(
              (name, answer) -> {
                if (!claimed.work().recorded().toString().contains(name)) {
                  assertThat(claimed.work().answers())
                      .as("answers at the time of a claim")
                      .containsEntry(name, StringNode.valueOf(answer));
                }
              });
        }
      }
    }

    private void asHolder(int worker, TaskLedger ledger, TaskRecord mine, Step step) {
      TaskRecord after =
          switch (step) {
            case RENEW -> ledger.renew(mine);
            case EFFECT -> effect(ledger, mine);
            case ASK_ONE -> ask(ledger, mine, 1);
            case ASK_TWO -> ask(ledger, mine, 2);
            case RETRY -> ledger.retry(mine, clock.instant().plusSeconds(5), "again");
            case RELEASE -> ledger.release(mine);
            case REPORT -> ledger.report(mine, "working");
            case COMPLETE -> ledger.complete(mine, JsonObject.EMPTY, null);
            case FAIL -> ledger.fail(mine, JsonRpcError.of(-32603, "no"));
            default -> throw new AssertionError(step);
          };
      if (after == null || after.work().lease() == null) {
        held.remove(worker, mine);
      }
    }

    /** What {@code once} does. */
    private @Nullable TaskRecord effect(TaskLedger ledger, TaskRecord mine) {
      if (mine.work().once().containsKey("effect")) {
        return mine;
      }
      TaskRecord renewed = ledger.renew(mine);
      if (renewed == null || renewed.work().once().containsKey("effect")) {
        return renewed;
      }
      effects.incrementAndGet();
      return ledger.keep(mine, "effect", StringNode.valueOf("done"));
    }

    private @Nullable TaskRecord ask(TaskLedger ledger, TaskRecord mine, int number) {
      Map<String, JsonObject> asked = new LinkedHashMap<>();
      for (int i = 0; i < number; i++) {
        asked.put("q" + questions.incrementAndGet() + ".", QUESTION);
      }
      // The run has seen the answers it was claimed with; they are part of what it records.
      JsonObject recorded = mine.work().recorded().with("seen", StringNode.valueOf(seen(mine)));
      return ledger.ask(mine, asked, recorded);
    }

    private static String seen(TaskRecord mine) {
      return mine.work().recorded().node().path("seen").asString("")
          + String.join("", mine.work().answers().keySet());
    }

    private void answer(TaskLedger ledger, int atMost) {
      TaskRecord task = now();
      if (task == null) {
        return;
      }
      task.work().questions().keySet().stream()
          .limit(atMost)
          .forEach(
              name -> {
                String answer = "to " + name;
                TaskRecord after = ledger.answer(key, Map.of(name, StringNode.valueOf(answer)));
                if (after != null && !after.hasEnded()) {
                  acknowledged.putIfAbsent(name, answer);
                }
              });
    }

    void requireRules() {
      store.requireNoFault();
      assertThat(effects).as("effects of once").hasValueLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 300)
  void rulesHoldInAnyOrder(@ForAll @Size(max = 60) List<Step> steps) {
    World world = new World();
    TaskStatus last = TaskStatus.WORKING;
    for (int i = 0; i < steps.size(); i++) {
      world.take(Math.floorMod(steps.hashCode() >> (i % 31), 2), steps.get(i));
      world.requireRules();
      TaskRecord task = world.now();
      if (task == null) {
        assertThat(last.isTerminal()).as("only what has ended is forgotten").isTrue();
        return;
      }
      if (last.isTerminal()) {
        assertThat(task.status()).isEqualTo(last);
      }
      last = task.status();
    }
  }

  @Property(tries = 60)
  void rulesHoldWhenEverythingHappensAtOnce(
      @ForAll @Size(max = 30) List<Step> first,
      @ForAll @Size(max = 30) List<Step> second,
      @ForAll @Size(max = 30) List<Step> client)
      throws Exception {
    World world = new World();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> runs = new ArrayList<>();
      runs.add(threads.submit(() -> first.forEach(step -> world.take(0, step))));
      runs.add(threads.submit(() -> second.forEach(step -> world.take(1, step))));
      runs.add(
          threads.submit(
              () ->
                  client.stream().filter(OUTSIDE::contains).forEach(step -> world.take(0, step))));
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    world.store.requireNoFault();
  }
}
