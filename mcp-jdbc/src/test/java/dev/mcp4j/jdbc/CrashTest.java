/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TaskReply;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two instances on one database, of which one is killed in the middle of a task, again and again.
 * {@code -Dmcp4j.jdbc.crashes=50} says how often; the moments are chosen by {@code
 * -Dmcp4j.jdbc.seed}.
 */
class CrashTest {
  private static final int CRASHES = Integer.getInteger("mcp4j.jdbc.crashes", 3);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ANSWER = 100;
  private static final int SUM = ANSWER + 1 + 2 + 3 + 4 + 5;

  private static String schema = "";
  private static DataSource source = H2.inMemory();

  @BeforeAll
  static void createTables() throws SQLException {
    schema = Postgres.shared().newSchema();
    source = Postgres.shared().pool(schema);
    JdbcSchema.install(source);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE effect (chain TEXT, step INT, run TEXT, PRIMARY KEY (chain, step))");
    }
  }

  /** An instance in a process of its own, and a client of it. */
  private record Instance(Process process, McpClient client) implements AutoCloseable {
    static Instance start() throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CrashServer.class.getName(),
                  Postgres.shared().url(schema))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String address = out.readLine();
      assertThat(address).as("the address of the instance").isNotNull();
      return new Instance(
          process,
          McpClient.builder()
              .http(URI.create(address))
              .tasks()
              .onElicitation(form -> form.accept(new CrashServer.Chosen(ANSWER)))
              .build());
    }

    void kill() throws InterruptedException {
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
      client.close();
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void everyTaskEndsRightThoughAnInstanceIsKilledInItsMiddle() throws Exception {
    long seed = Long.getLong("mcp4j.jdbc.seed", new Random().nextLong());
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    try (Instance survivor = Instance.start()) {
      for (int crash = 1; crash <= CRASHES; crash++) {
        String run = "run " + crash;
        ids.add(killInTheMiddle(run, 1 + random.nextInt(CrashServer.STEPS)));
        assertThat(text(survivor, ids.get(crash - 1)))
            .as("seed %d, %s", seed, run)
            .isEqualTo(run + " " + SUM);
        assertThat(effects(run))
            .as("seed %d, effects of %s", seed, run)
            .isEqualTo(CrashServer.STEPS);
      }
      for (int i = 0; i < ids.size(); i++) {
        assertThat(survivor.client().task(ids.get(i)).get().task().status())
            .isEqualTo(TaskStatus.COMPLETED);
        assertThat(text(survivor, ids.get(i))).isEqualTo("run " + (i + 1) + " " + SUM);
      }
    }
    System.out.printf("killed %d times (seed %d): no task was lost%n", CRASHES, seed);
  }

  private static String text(Instance instance, String id) {
    return instance.client().task(id).result(PATIENCE).content().stream()
        .map(content -> ((TextContent) content).text())
        .findFirst()
        .orElse("nothing");
  }

  /** Begins a task at an instance, kills that after some effects, and returns the task's id. */
  private static String killInTheMiddle(String run, int afterEffects) throws Exception {
    try (Instance victim = Instance.start()) {
      TaskReply reply = victim.client().call("steps", new CrashServer.Steps(run)).sendDetached();
      String id = ((TaskReply.Running) reply).task().id();
      Thread waiting = new Thread(() -> answerUntilItDies(victim, id), "client of " + run);
      waiting.start();
      awaitEffects(run, afterEffects);
      victim.kill();
      waiting.join(PATIENCE.toMillis());
      assertThat(waiting.isAlive()).isFalse();
      return id;
    }
  }

  /** The instance may die at any moment, and may be done before. */
  private static void answerUntilItDies(Instance victim, String id) {
    try {
      text(victim, id);
    } catch (McpClientException e) {
      assertThat(e).isNotNull();
    }
  }

  private static void awaitEffects(String run, int number) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (effects(run) < number) {
      assertThat(System.nanoTime()).as("effects of %s", run).isLessThan(end);
    }
  }

  private static int effects(String run) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*), pg_sleep(0.005) FROM effect WHERE run = ?")) {
      statement.setString(1, run);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
