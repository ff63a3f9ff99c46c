/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Knows whether there is room for another task, without counting all of them each time. */
final class TaskRoom {
  /** The part of the room that is given away before all tasks are counted again. */
  private static final int PART = 10;

  private final Database database;
  private final int max;
  private final int maxPerPrincipal;
  private final AtomicLong uncounted = new AtomicLong();

  TaskRoom(Database database, int max, int maxPerPrincipal) {
    if (max < 1 || maxPerPrincipal < 1) {
      throw new IllegalArgumentException(
          "the limits must be at least 1, were " + max + " and " + maxPerPrincipal);
    }
    this.database = database;
    this.max = max;
    this.maxPerPrincipal = maxPerPrincipal;
  }

  boolean hasPlaceFor(@Nullable String principal) {
    return isBelowOwnLimit(principal) && isBelowCommonLimit();
  }

  /** Removes what has expired. */
  boolean makePlaceFor(@Nullable String principal, Instant now) {
    dropExpired(now);
    return hasPlaceFor(principal);
  }

  private boolean isBelowOwnLimit(@Nullable String principal) {
    return principal == null || countOf(principal) < maxPerPrincipal;
  }

  private boolean isBelowCommonLimit() {
    if (uncounted.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
      return true;
    }
    long room = max - count();
    uncounted.set(Math.max(room / PART - 1, 0));
    return room > 0;
  }

  private long count() {
    return database.run(
        "could not count the tasks", "SELECT COUNT(*) FROM mcp4j_task", TaskRoom::number);
  }

  private long countOf(String principal) {
    return database.run(
        "could not count the tasks of a principal",
        "SELECT COUNT(*) FROM mcp4j_task WHERE owner = ?",
        statement -> {
          statement.setString(1, Digest.of(principal));
          return number(statement);
        });
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void dropExpired(Instant now) {
    database.run(
        "could not remove expired tasks",
        "DELETE FROM mcp4j_task WHERE expiry <= ?",
        statement -> {
          statement.setLong(1, Micros.of(now));
          return statement.executeUpdate();
        });
  }
}
