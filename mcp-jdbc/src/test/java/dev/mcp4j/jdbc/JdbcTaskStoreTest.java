/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static dev.mcp4j.jdbc.Tasks.LIFE;
import static dev.mcp4j.jdbc.Tasks.NOW;
import static dev.mcp4j.jdbc.Tasks.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTaskStoreTest {
  private static final Duration TIMEOUT = Duration.ofMillis(1);

  private static JdbcTaskStore store(int max, int maxPerPrincipal) {
    DataSource source = H2.inMemory();
    JdbcSchema.install(source);
    return new JdbcTaskStore(source, max, maxPerPrincipal, TIMEOUT);
  }

  private static TaskRecord task(String id, @Nullable String principal, Instant created) {
    return made(new TaskKey(id, principal), null, created);
  }

  @Test
  void tasksOutliveTheProcess(@TempDir Path folder) {
    TaskRecord task = made(new TaskKey("t", "alice"), "call", NOW);
    DataSource before = H2.inFile(folder.resolve("tasks"));
    JdbcSchema.install(before);
    assertThat(new JdbcTaskStore(before).create(task)).isEqualTo(task);

    DataSource after = H2.inFile(folder.resolve("tasks"));
    JdbcSchema.install(after);

    assertThat(new JdbcTaskStore(after).find(task.key())).isEqualTo(task);
  }

  @Test
  void fullStoreTakesNoMoreUntilTasksExpire() {
    JdbcTaskStore store = store(2, 2);
    assertThat(store.create(task("1", null, NOW))).isNotNull();
    assertThat(store.create(task("2", null, NOW))).isNotNull();

    assertThat(store.create(task("3", null, NOW.plusSeconds(1)))).isNull();
    assertThat(store.create(task("4", null, NOW.plus(LIFE).plusSeconds(1)))).isNotNull();
    assertThat(store.find(new TaskKey("1", null))).isNull();
  }

  @Test
  void limitHoldsWhateverRoomThereWas() {
    JdbcTaskStore store = store(25, 25);
    int made = 0;
    for (int i = 0; i < 40; i++) {
      if (store.create(task("t" + i, null, NOW)) != null) {
        made++;
      }
    }
    assertThat(made).isEqualTo(25);
  }

  @Test
  void principalCannotTakeTheRoomOfOthers() {
    JdbcTaskStore store = store(10, 1);
    assertThat(store.create(task("1", "alice", NOW))).isNotNull();

    assertThat(store.create(task("2", "alice", NOW))).isNull();
    assertThat(store.create(task("3", "bob", NOW))).isNotNull();
    assertThat(store.create(task("4", null, NOW))).isNotNull();
    assertThat(store.create(task("5", null, NOW))).isNotNull();
  }

  @Test
  void namesMayHaveAnyCharacters() {
    JdbcTaskStore store = store(10, 10);
    TaskRecord task = made(new TaskKey("t", "a\0b\ud800" + "x".repeat(10_000)), "k\0ey", NOW);

    assertThat(store.create(task)).isEqualTo(task);
    assertThat(store.find(task.key())).isEqualTo(task);
    assertThat(store.find(new TaskKey("\0", "a"))).isNull();
    assertThat(store.find(new TaskKey("\ud800", "a"))).isNull();
  }

  @Test
  void partsOfAMicrosecondCount() {
    JdbcTaskStore store = store(10, 10);
    TaskRecord task = task("t", null, NOW.plusNanos(500));
    assertThat(store.create(task)).isEqualTo(task);

    assertThat(store.due(NOW.plusNanos(499), 10)).isEmpty();
    assertThat(store.due(NOW.plusNanos(500), 10)).containsExactly(task);
  }

  @Test
  void limitsMustBePositive() {
    DataSource source = H2.inMemory();
    assertThatThrownBy(() -> new JdbcTaskStore(source, 0, 1, TIMEOUT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JdbcTaskStore(source, 1, 0, TIMEOUT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JdbcTaskStore(source, 1, 1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
