/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.server.task.TaskStore;
import dev.mcp4j.testkit.contract.TaskLedgerContract;
import dev.mcp4j.testkit.contract.TaskStoreContract;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class H2TaskStoreTest {
  private static TaskStore open(DataSource source) {
    JdbcSchema.install(source);
    return new JdbcTaskStore(source);
  }

  @Nested
  class InMemory extends TaskStoreContract {
    private final DataSource source = H2.inMemory();

    @Override
    protected TaskStore open() {
      return H2TaskStoreTest.open(source);
    }
  }

  @Nested
  class InAFile extends TaskStoreContract {
    @TempDir private Path folder;

    @Override
    protected TaskStore open() {
      return H2TaskStoreTest.open(H2.inFile(folder.resolve("tasks")));
    }
  }

  @Nested
  class UnderTheLedger extends TaskLedgerContract {
    private final DataSource source = H2.inMemory();

    @Override
    protected TaskStore open() {
      return H2TaskStoreTest.open(source);
    }
  }
}
