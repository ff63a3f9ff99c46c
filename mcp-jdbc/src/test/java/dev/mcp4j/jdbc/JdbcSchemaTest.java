/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JdbcSchemaTest {
  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void thereIsAScriptForEachVersion() {
    assertThat(JdbcSchema.scripts())
        .hasSize(JdbcSchema.VERSION)
        .allSatisfy(script -> assertThat(script).contains("CREATE"));
  }

  @Test
  void installingAgainChangesNothing() throws Exception {
    DataSource source = H2.inMemory();
    JdbcSchema.install(source);
    execute(
        source, "INSERT INTO mcp4j_task VALUES ('t', null, null, 1, false, 0, 0, 'not looked at')");

    JdbcSchema.install(source);

    assertThatThrownBy(
            () ->
                execute(
                    source, "INSERT INTO mcp4j_task VALUES ('t', null, null, 1, false, 0, 0, '')"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void connectionsGoBackAsTheyCame() throws Exception {
    DataSource source = H2.inMemory();
    try (Connection kept = source.getConnection()) {
      kept.setAutoCommit(false);
      DataSource single = new SingleConnection(kept);

      JdbcSchema.install(single);
      assertThat(new JdbcTaskStore(single).due(Instant.MAX, 1)).isEmpty();

      assertThat(kept.getAutoCommit()).isFalse();
    }
    assertThatCode(() -> new JdbcTaskStore(source).due(Instant.MAX, 1)).doesNotThrowAnyException();
  }

  @Test
  void tablesOfALaterVersionAreRefused() throws Exception {
    DataSource source = H2.inMemory();
    JdbcSchema.install(source);
    execute(source, "UPDATE mcp4j_schema SET version = 99");

    assertThatThrownBy(() -> JdbcSchema.install(source))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessage("the tables are of version 99, this library knows version 1");
  }

  @Test
  void databaseThatRefusesIsReported() {
    DataSource source = H2.inMemory();

    assertThatThrownBy(() -> new JdbcTaskStore(source).due(Instant.MAX, 1))
        .isInstanceOf(JdbcStoreException.class)
        .hasMessageStartingWith("could not look for tasks that need somebody: ")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void instancesThatStartTogetherInstallOnceInH2() throws Exception {
    installTogether(H2.inMemory());
  }

  @Test
  void instancesThatStartTogetherInstallOnceInPostgres() throws Exception {
    Postgres postgres = Postgres.shared();
    installTogether(postgres.pool(postgres.newSchema()));
  }

  private static void installTogether(DataSource source) throws Exception {
    int instances = 4;
    ExecutorService threads = Executors.newFixedThreadPool(instances);
    try {
      CyclicBarrier start = new CyclicBarrier(instances);
      List<Future<?>> installs = new ArrayList<>();
      for (int i = 0; i < instances; i++) {
        installs.add(
            threads.submit(
                () -> {
                  start.await();
                  JdbcSchema.install(source);
                  return null;
                }));
      }
      for (Future<?> install : installs) {
        install.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(new JdbcTaskStore(source).due(Instant.MAX, 1)).isEmpty();
  }
}
