/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.task.TaskOptions;
import dev.mcp4j.server.task.TaskPolicy;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A server that may be killed at any moment. Its tool {@code steps} has an effect with each step,
 * and asks the client between two of them.
 */
final class CrashServer {
  static final int STEPS = 5;
  static final int QUESTION_AFTER = 2;

  /** What the tool is called with. */
  record Steps(String run) {}

  /** What the client is asked for. */
  record Chosen(int number) {}

  private static final TaskPolicy POLICY =
      TaskPolicy.DEFAULT
          .withRetention(Duration.ofMinutes(30))
          .withPollInterval(Duration.ofMillis(50));

  private final DataSource source;

  private CrashServer(DataSource source) {
    this.source = source;
  }

  /** Serves until its input ends. The argument is the address of the database. */
  public static void main(String[] args) throws IOException {
    PGConnectionPoolDataSource database = new PGConnectionPoolDataSource();
    database.setUrl(args[0]);
    DataSource source = JdbcConnectionPool.create(database);
    try (McpServer server = new CrashServer(source).server();
        HttpServerHandle http = server.serveHttp(0)) {
      System.out.println(http.uri());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }

  private McpServer server() {
    return McpServer.named("crash", "1")
        .tasks(
            TaskOptions.of(new JdbcTaskStore(source))
                .withLease(Duration.ofMillis(600))
                .withScanInterval(Duration.ofMillis(100)))
        .tool("steps", tool -> tool.input(Steps.class).asTask(POLICY).handle(this::steps))
        .build();
  }

  private String steps(Steps steps, Call call) throws Exception {
    int sum = 0;
    for (int step = 1; step <= STEPS; step++) {
      int number = step;
      sum += call.once("step " + step, Integer.class, () -> effect(steps.run(), number, call));
      if (step == QUESTION_AFTER) {
        sum += call.elicit("number", "Which number?", Chosen.class).orCancel().number();
      }
    }
    return steps.run() + " " + sum;
  }

  /** The database takes an effect of a task once, however often it is tried. */
  private int effect(String run, int step, Call call) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement insertion =
            connection.prepareStatement(
                "INSERT INTO effect (chain, step, run) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
        PreparedStatement work = connection.prepareStatement("SELECT pg_sleep(0.02)")) {
      insertion.setString(1, call.chainId());
      insertion.setInt(2, step);
      insertion.setString(3, run);
      insertion.executeUpdate();
      work.execute();
      return step;
    }
  }
}
