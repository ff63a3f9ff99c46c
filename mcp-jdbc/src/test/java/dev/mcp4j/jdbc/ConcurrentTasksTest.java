/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.task.TaskStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever clients and workers of two instances do to the same tasks at the same time: no task
 * leaves the state diagram, no acknowledged answer is lost, no outcome of {@code once} is replaced.
 */
class ConcurrentTasksTest {
  private static final int THREADS_OF_AN_INSTANCE = 2;

  @BeforeContainer
  static void startServer() {
    Postgres.shared();
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void everyHistoryFitsInH2(@ForAll long seed) throws Exception {
    DataSource source = H2.inMemory();
    JdbcSchema.install(source);

    assertThatEveryHistoryFits(seed, () -> new JdbcTaskStore(source));
  }

  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void everyHistoryFitsInPostgres(@ForAll long seed) throws Exception {
    String schema = Postgres.shared().newSchema();
    DataSource source = Postgres.shared().pool(schema);
    JdbcSchema.install(source);

    assertThatEveryHistoryFits(seed, () -> new JdbcTaskStore(source));
  }

  private static void assertThatEveryHistoryFits(long seed, Supplier<TaskStore> instance)
      throws Exception {
    Witness witness = new Witness();
    List<TaskStore> stores = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      TaskStore store = witness.watching(instance.get());
      for (int thread = 0; thread < THREADS_OF_AN_INSTANCE; thread++) {
        stores.add(store);
      }
    }
    new TaskTraffic().run(seed, stores);

    assertThat(witness.changes()).isGreaterThan(20);
    witness.assertThatEveryHistoryFits();
  }
}
