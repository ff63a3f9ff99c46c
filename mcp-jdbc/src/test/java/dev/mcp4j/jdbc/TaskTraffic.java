/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskLedger;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.manual.ManualClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Clients and workers of several instances that do, by chance, whatever they may do to the same
 * tasks at the same time, while the clock runs.
 */
final class TaskTraffic {
  private static final int STEPS = 60;
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration BUDGET = Duration.ofMinutes(4);
  private static final Duration RETENTION = Duration.ofMinutes(2);

  private final ManualClock clock = ManualClock.at(Tasks.NOW);
  private final Queue<TaskKey> keys = new ConcurrentLinkedQueue<>();

  /** Runs it, with a thread for each of the stores. */
  void run(long seed, List<TaskStore> stores) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(stores.size());
    try {
      CyclicBarrier start = new CyclicBarrier(stores.size());
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < stores.size(); i++) {
        Instance instance = new Instance(stores.get(i), "worker " + i, new Random(seed + i));
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  instance.run();
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private final class Instance {
    private final TaskLedger ledger;
    private final Random random;
    private final List<TaskRecord> held = new ArrayList<>();

    Instance(TaskStore store, String worker, Random random) {
      this.ledger = new TaskLedger(store, clock, new SecureRandom(), worker, LEASE);
      this.random = random;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(6)) {
          case 0 -> create();
          case 1 -> client();
          case 2 -> sweep();
          default -> work();
        }
        if (random.nextInt(4) == 0) {
          clock.advance(Duration.ofMillis(random.nextInt(20_000)));
        }
      }
    }

    private void create() {
      String dedup = random.nextBoolean() ? "call " + random.nextInt(5) : null;
      TaskLedger.Creation made =
          ledger.create(
              new TaskLedger.NewTask(
                  "alice",
                  dedup,
                  new TaskRequest("t", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "http"),
                  BUDGET,
                  RETENTION,
                  Duration.ofSeconds(1),
                  JsonObject.EMPTY,
                  Map.of()));
      if (made != null && made.isNew()) {
        keys.add(made.task().key());
        held.add(made.task());
      }
    }

    private void client() {
      List<TaskKey> known = List.copyOf(keys);
      if (known.isEmpty()) {
        return;
      }
      TaskKey key = known.get(random.nextInt(known.size()));
      if (random.nextInt(8) == 0) {
        ledger.cancel(key);
        return;
      }
      TaskRecord task = ledger.find(key);
      if (task != null) {
        Map<String, JsonNode> answers = new HashMap<>();
        for (String question : task.work().questions().keySet()) {
          if (random.nextInt(3) > 0) {
            answers.put(question, value());
          }
        }
        ledger.answer(key, answers);
      }
    }

    private void sweep() {
      for (TaskRecord task : ledger.sweep(5).claimable()) {
        TaskRecord claimed = ledger.claim(task);
        if (claimed != null) {
          held.add(claimed);
        }
      }
    }

    /** What is held here may long be held by another instance. */
    private void work() {
      if (held.isEmpty()) {
        return;
      }
      TaskRecord task = held.remove(random.nextInt(held.size()));
      TaskRecord after = step(task);
      if (after != null && after.work().lease() != null) {
        held.add(after);
      } else if (after == null && random.nextBoolean()) {
        held.add(task);
      }
    }

    private @Nullable TaskRecord step(TaskRecord task) {
      return switch (random.nextInt(9)) {
        case 0 -> ledger.renew(task);
        case 1 -> ledger.report(task, "half");
        case 2, 3 -> keep(task);
        case 4, 5 -> ask(task);
        case 6 -> ledger.retry(task, in(random.nextInt(30)), "again");
        case 7 -> ledger.release(task);
        default -> end(task);
      };
    }

    private Instant in(int seconds) {
      return clock.instant().plusSeconds(seconds);
    }

    private @Nullable TaskRecord keep(TaskRecord task) {
      String key = "step " + task.work().once().size();
      return ledger.keep(task, key, value());
    }

    private @Nullable TaskRecord ask(TaskRecord task) {
      int asked = task.work().askedKeys().size();
      JsonObject question = new JsonObject(JsonNodeFactory.instance.objectNode().put("q", asked));
      return ledger.ask(
          task, Map.of("a" + asked, question, "b" + asked, question), JsonObject.EMPTY);
    }

    private @Nullable TaskRecord end(TaskRecord task) {
      return random.nextBoolean()
          ? ledger.complete(task, JsonObject.EMPTY, null)
          : ledger.fail(task, JsonRpcError.of(ErrorCode.INTERNAL_ERROR, "no"));
    }

    private JsonNode value() {
      return JsonNodeFactory.instance.numberNode(random.nextInt());
    }
  }
}
