/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.contract.TaskLedgerContract;
import dev.mcp4j.testkit.contract.TaskStoreContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class PostgresTaskStoreTest {
  @BeforeAll
  static void startServer() {
    Postgres.shared();
  }

  private static TaskStore open(DataSource source) {
    JdbcSchema.install(source);
    return new JdbcTaskStore(source);
  }

  @Nested
  class AsStore extends TaskStoreContract {
    private final String schema = Postgres.shared().newSchema();

    @Override
    protected TaskStore open() {
      return PostgresTaskStoreTest.open(Postgres.shared().pool(schema));
    }
  }

  @Nested
  class UnderTheLedger extends TaskLedgerContract {
    private final String schema = Postgres.shared().newSchema();

    @Override
    protected TaskStore open() {
      return PostgresTaskStoreTest.open(Postgres.shared().pool(schema));
    }
  }
}
