/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.server.task.TaskKey;
import dev.mcp4j.server.task.TaskRecord;
import dev.mcp4j.server.task.TaskStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tasks in a relational database, where every instance of a server and the next start of the
 * process find them. Made for PostgreSQL and H2. {@link JdbcSchema} makes its table.
 *
 * <p>Every change is one statement, committed on its own, so no transaction spans two calls; the
 * level of isolation does not matter. A connection is taken for the time of a statement and given
 * back. The data source should be a pool. Blocks as the database does; safe for use by several
 * threads as far as the data source is. When the database fails, methods throw {@link
 * JdbcStoreException}.
 */
public final class JdbcTaskStore implements TaskStore {
  /** How many tasks are kept unless another number is given. */
  public static final int DEFAULT_MAX = 1_000_000;

  /** How many tasks a principal may have unless another number is given. */
  public static final int DEFAULT_MAX_PER_PRINCIPAL = 1_000;

  /** How long a statement may take unless another time is given. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final String SELECT = "SELECT body FROM mcp4j_task WHERE ";
  private static final String WHERE_KNOWN =
      " WHERE id = ? AND owner IS NOT DISTINCT FROM ? AND version = ?";
  private static final int TRIES = 100;

  private final Database database;
  private final TaskRoom room;

  /**
   * Makes a store with the default limits.
   *
   * @param source where connections come from
   */
  public JdbcTaskStore(DataSource source) {
    this(source, DEFAULT_MAX, DEFAULT_MAX_PER_PRINCIPAL, DEFAULT_TIMEOUT);
  }

  /**
   * Makes a store.
   *
   * @param source where connections come from
   * @param max how many tasks there are at most, at least 1. They are not counted for each new one:
   *     while there is much room, several instances together may pass the limit by a tenth for
   *     each.
   * @param maxPerPrincipal how many of them belong to the same authenticated principal at most, at
   *     least 1
   * @param timeout how long a statement may take, positive, rounded up to seconds
   * @throws IllegalArgumentException if a limit is too small
   */
  public JdbcTaskStore(DataSource source, int max, int maxPerPrincipal, Duration timeout) {
    this.database = new Database(source, timeout);
    this.room = new TaskRoom(database, max, maxPerPrincipal);
  }

  @Override
  public @Nullable TaskRecord create(TaskRecord task) {
    String dedup = Digest.of(task.dedupKey());
    Instant now = task.times().created();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      TaskRecord earlier = dedup == null ? null : withDedup(dedup);
      if (earlier != null && now.isBefore(earlier.times().expiry())) {
        return earlier;
      }
      if (earlier != null) {
        remove(earlier);
      }
      boolean hasPlace = room.hasPlaceFor(task.key().principal());
      if (hasPlace && insert(task, dedup)) {
        return task;
      }
      if (byId(task.key().id()) != null) {
        throw new IllegalArgumentException("there is a task of that id");
      }
      if (!hasPlace && !room.makePlaceFor(task.key().principal(), now)) {
        return null;
      }
    }
    throw new JdbcStoreException("others made and removed a task of the same key all the time");
  }

  private @Nullable TaskRecord withDedup(String dedup) {
    return database.run(
        "could not look for a repeated call",
        SELECT + "dedup = ?",
        statement -> {
          statement.setString(1, dedup);
          return first(statement);
        });
  }

  private boolean insert(TaskRecord task, @Nullable String dedup) {
    return database.insert(
        "could not keep a new task",
        "INSERT INTO mcp4j_task (version, ended, attention, expiry, body, id, owner, dedup)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          int next = setState(statement, task);
          statement.setString(next, task.key().id());
          statement.setString(next + 1, Digest.of(task.key().principal()));
          statement.setString(next + 2, dedup);
          return statement.executeUpdate();
        });
  }

  /** Sets what changes with each version; returns the number of the next parameter. */
  private static int setState(PreparedStatement statement, TaskRecord task) throws SQLException {
    statement.setLong(1, task.version());
    statement.setBoolean(2, task.hasEnded());
    statement.setLong(3, Micros.of(task.attentionAt()));
    statement.setLong(4, Micros.of(task.times().expiry()));
    statement.setString(5, TaskBody.write(task));
    return 6;
  }

  @Override
  public @Nullable TaskRecord find(TaskKey key) {
    TaskRecord task = byId(key.id());
    return task != null && task.key().equals(key) ? task : null;
  }

  private @Nullable TaskRecord byId(String id) {
    // No text of PostgreSQL has this character, so none of its tasks has it in its id.
    if (id.indexOf('\0') >= 0) {
      return null;
    }
    return database.run(
        "could not look for a task",
        SELECT + "id = ?",
        statement -> {
          statement.setString(1, id);
          return first(statement);
        });
  }

  private static @Nullable TaskRecord first(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? TaskBody.read(rows.getString(1)) : null;
    }
  }

  @Override
  public boolean replace(TaskRecord expected, TaskRecord next) {
    return database.run(
        "could not change a task",
        "UPDATE mcp4j_task SET version = ?, ended = ?, attention = ?, expiry = ?, body = ?"
            + WHERE_KNOWN
            + " AND NOT ended",
        statement -> {
          setKnown(statement, setState(statement, next), expected);
          return statement.executeUpdate() == 1;
        });
  }

  @Override
  public boolean remove(TaskRecord expected) {
    return database.run(
        "could not remove a task",
        "DELETE FROM mcp4j_task" + WHERE_KNOWN,
        statement -> {
          setKnown(statement, 1, expected);
          return statement.executeUpdate() == 1;
        });
  }

  private static void setKnown(PreparedStatement statement, int from, TaskRecord known)
      throws SQLException {
    statement.setString(from, known.key().id());
    statement.setString(from + 1, Digest.of(known.key().principal()));
    statement.setLong(from + 2, known.version());
  }

  @Override
  public List<TaskRecord> due(Instant now, int limit) {
    List<TaskRecord> due =
        database.run(
            "could not look for tasks that need somebody",
            SELECT + "attention <= ? ORDER BY attention, id LIMIT ?",
            statement -> {
              statement.setLong(1, Micros.of(now));
              statement.setInt(2, limit);
              return all(statement);
            });
    // The column is rounded down: a part of a microsecond decides here.
    due.removeIf(task -> task.attentionAt().isAfter(now));
    due.sort(Comparator.comparing(TaskRecord::attentionAt));
    return List.copyOf(due);
  }

  private static List<TaskRecord> all(PreparedStatement statement) throws SQLException {
    List<TaskRecord> tasks = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        tasks.add(TaskBody.read(rows.getString(1)));
      }
    }
    return tasks;
  }
}
