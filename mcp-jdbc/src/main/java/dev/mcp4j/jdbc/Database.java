/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs single statements, each committed before it returns and each with a time limit. */
final class Database {
  private static final String CONSTRAINT_VIOLATED = "23";

  private final DataSource source;
  private final int timeoutSeconds;

  Database(DataSource source, Duration timeout) {
    this.source = Objects.requireNonNull(source, "source");
    long seconds = timeout.plusMillis(999).toSeconds();
    if (seconds < 1 || seconds > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("the time limit must be positive, was " + timeout);
    }
    this.timeoutSeconds = (int) seconds;
  }

  /** What is done with a statement. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /** Runs a statement; the exception says what failed. */
  <T extends @Nullable Object> T run(String what, String sql, Work<T> work) {
    try {
      return attempt(sql, work);
    } catch (SQLException e) {
      throw new JdbcStoreException(what, e);
    }
  }

  /** Runs an insertion. Returns false if it would break a constraint. */
  boolean insert(String what, String sql, Work<Integer> work) {
    try {
      return attempt(sql, work) == 1;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT_VIOLATED)) {
        return false;
      }
      throw new JdbcStoreException(what, e);
    }
  }

  private <T extends @Nullable Object> T attempt(String sql, Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean commits = connection.getAutoCommit();
      if (!commits) {
        connection.setAutoCommit(true);
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setQueryTimeout(timeoutSeconds);
        return work.with(statement);
      } finally {
        if (!commits) {
          connection.setAutoCommit(false);
        }
      }
    }
  }
}
