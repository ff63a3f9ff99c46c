/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.server.task.InMemoryTaskStore;
import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is done to it, the store in a database does what the one in memory does. */
class SameAsInMemoryPropertyTest {
  private static final List<TaskStatus> CHANGES =
      List.of(TaskStatus.WORKING, TaskStatus.COMPLETED, TaskStatus.CANCELLED);

  private static final Map<String, String> DEDUP_KEYS = Map.of("a", "k", "b", "k", "A", "l");

  private enum Kind {
    CREATE,
    FIND,
    REPLACE,
    REPLACE_STALE,
    REMOVE,
    DUE
  }

  private record Operation(Kind kind, String id, @Nullable String principal, int number) {}

  /** An id is that of one call, also when it comes again. */
  private static @Nullable String dedupOf(String id) {
    return DEDUP_KEYS.get(id);
  }

  @Provide
  Arbitrary<List<Operation>> operations() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.of("a", "b", "A", "c"),
            Arbitraries.of("alice", "bob").injectNull(0.3),
            Arbitraries.integers().between(0, 150))
        .as(Operation::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 100)
  void outcomesAreTheSame(@ForAll("operations") List<Operation> operations) {
    DataSource source = H2.inMemory();
    JdbcSchema.install(source);
    TaskStore model = new InMemoryTaskStore(3, 2);
    TaskStore store = new JdbcTaskStore(source, 3, 2, JdbcTaskStore.DEFAULT_TIMEOUT);
    List<TaskRecord> seen = new ArrayList<>();
    for (Operation operation : operations) {
      Object expected = outcome(() -> apply(operation, model, seen));
      assertThat(outcome(() -> apply(operation, store, seen)))
          .as("%s", operation)
          .isEqualTo(expected);
      if (expected instanceof TaskRecord task) {
        seen.add(task);
      }
    }
  }

  private static @Nullable Object outcome(Supplier<@Nullable Object> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      return Objects.requireNonNull(e.getMessage());
    }
  }

  private static @Nullable Object apply(
      Operation operation, TaskStore store, List<TaskRecord> seen) {
    Instant moment = Tasks.NOW.plusSeconds(operation.number());
    TaskKey key = new TaskKey(operation.id(), operation.principal());
    return switch (operation.kind()) {
      case CREATE -> store.create(Tasks.made(key, dedupOf(operation.id()), moment));
      case FIND -> store.find(key);
      case REPLACE ->
          ofOne(seen, operation, task -> replace(store, store.find(task.key()), operation));
      case REPLACE_STALE -> ofOne(seen, operation, task -> replace(store, task, operation));
      case REMOVE -> ofOne(seen, operation, store::remove);
      case DUE -> store.due(moment, 2);
    };
  }

  private static @Nullable Object ofOne(
      List<TaskRecord> seen, Operation operation, Function<TaskRecord, @Nullable Object> action) {
    return seen.isEmpty() ? null : action.apply(seen.get(operation.number() % seen.size()));
  }

  private static @Nullable Object replace(
      TaskStore store, @Nullable TaskRecord task, Operation operation) {
    if (task == null) {
      return null;
    }
    TaskRecord next = Tasks.next(task, CHANGES.get(operation.number() % CHANGES.size()));
    return store.replace(task, next) ? next : "refused";
  }
}
