/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The tables of this module. They are made by numbered scripts, each of which runs once in a
 * database. An application that manages its schema itself runs the {@linkplain #scripts() scripts}
 * with its own tool instead of {@link #install}.
 */
public final class JdbcSchema {
  /** The version of the newest script. */
  public static final int VERSION = 1;

  private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*\\R");
  private static final int TRIES = 5;

  private JdbcSchema() {}

  /**
   * Returns the scripts, the oldest first.
   *
   * @return a script in SQL for each version; its statements end with a semicolon
   */
  public static List<String> scripts() {
    return IntStream.rangeClosed(1, VERSION).mapToObj(JdbcSchema::script).toList();
  }

  private static String script(int version) {
    try (InputStream in = JdbcSchema.class.getResourceAsStream("V" + version + ".sql")) {
      return new String(
          Objects.requireNonNull(in, "the script is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the scripts that the database has not seen yet. Several instances may do that at the same
   * time. Blocks until it is done. The user of the database must be allowed to create tables.
   *
   * @param source where connections come from
   * @throws JdbcStoreException if the database refuses, or its tables are of a later version of
   *     this library
   */
  public static void install(DataSource source) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(source);
        return;
      } catch (SQLException e) {
        // Two instances may collide where the tables of the version are not there to be locked.
        if (attempt == TRIES) {
          throw new JdbcStoreException("could not create the tables", e);
        }
      }
    }
  }

  private static void attempt(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean commits = connection.getAutoCommit();
      connection.setAutoCommit(true);
      try {
        prepare(connection);
        connection.setAutoCommit(false);
        upgrade(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        undo(connection, e);
        throw e;
      } finally {
        connection.setAutoCommit(commits);
      }
    }
  }

  private static void undo(Connection connection, Exception failure) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    execute(
        connection,
        "CREATE TABLE IF NOT EXISTS mcp4j_schema (part VARCHAR(20) PRIMARY KEY, version INT NOT NULL)");
    execute(
        connection,
        "INSERT INTO mcp4j_schema (part, version) SELECT 'task', 0"
            + " WHERE NOT EXISTS (SELECT 1 FROM mcp4j_schema WHERE part = 'task')");
  }

  /** The row is locked until the end, so that one instance at a time runs scripts. */
  private static void upgrade(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > VERSION) {
      throw new JdbcStoreException(
          "the tables are of version " + version + ", this library knows version " + VERSION);
    }
    for (int next = version + 1; next <= VERSION; next++) {
      for (String statement : END_OF_STATEMENT.split(script(next), 0)) {
        execute(connection, statement);
      }
    }
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE mcp4j_schema SET version = ? WHERE part = 'task'")) {
      statement.setInt(1, VERSION);
      statement.executeUpdate();
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT version FROM mcp4j_schema WHERE part = 'task' FOR UPDATE")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
