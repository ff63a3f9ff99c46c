/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskRequest;
import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.server.task.TaskTimes;
import dev.mcp4j.server.task.TaskWork;
import dev.mcp4j.testkit.contract.TaskLedgerContract;
import dev.mcp4j.testkit.contract.TaskStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryTaskStoreTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(1);

  @Nested
  class AsStore extends TaskStoreContract {
    private final TaskStore store = new InMemoryTaskStore();

    @Override
    protected TaskStore open() {
      return store;
    }
  }

  @Nested
  class UnderTheLedger extends TaskLedgerContract {
    private final TaskStore store = new InMemoryTaskStore();

    @Override
    protected TaskStore open() {
      return store;
    }
  }

  @Nested
  class ThroughJson extends TaskStoreContract {
    private final TaskStore store = new JsonTaskStore(new InMemoryTaskStore());

    @Override
    protected TaskStore open() {
      return store;
    }
  }

  private static TaskRecord task(String id, @Nullable String principal, Instant created) {
    return new TaskRecord(
        new TaskKey(id, principal),
        1,
        null,
        new TaskRequest("export", JsonObject.EMPTY, JsonObject.EMPTY, Set.of(), "http"),
        TaskStatus.WORKING,
        null,
        new TaskTimes(created, created, created.plus(LIFE), created.plus(LIFE), LIFE, LIFE),
        new TaskWork(0, created, 0, null, JsonObject.EMPTY, Map.of(), Map.of(), Map.of(), Set.of()),
        null,
        null);
  }

  @Test
  void fullStoreTakesNoMoreUntilThereIsRoom() {
    InMemoryTaskStore store = new InMemoryTaskStore(2, 2);
    TaskRecord one = task("1", null, NOW);
    assertThat(store.create(one)).isNotNull();
    assertThat(store.create(task("2", null, NOW))).isNotNull();

    assertThat(store.create(task("3", null, NOW))).isNull();
    assertThat(store.remove(one)).isTrue();
    assertThat(store.create(task("3", null, NOW))).isNotNull();
  }

  @Test
  void expiredTasksMakeRoom() {
    InMemoryTaskStore store = new InMemoryTaskStore(2, 2);
    assertThat(store.create(task("1", "alice", NOW))).isNotNull();
    assertThat(store.create(task("2", "alice", NOW))).isNotNull();

    assertThat(store.create(task("3", "alice", NOW.plus(LIFE)))).isNotNull();
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void principalHasAShareOfTheRoom() {
    InMemoryTaskStore store = new InMemoryTaskStore(10, 1);
    assertThat(store.create(task("1", "alice", NOW))).isNotNull();

    assertThat(store.create(task("2", "alice", NOW))).isNull();
    assertThat(store.create(task("3", "bob", NOW))).isNotNull();
    assertThat(store.create(task("4", null, NOW))).isNotNull();
    assertThat(store.create(task("5", null, NOW))).isNotNull();
  }
}
