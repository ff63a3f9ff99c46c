/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A PostgreSQL of the tests, from the machine's own packages: its data in a temporary folder, on a
 * free port of the loopback address, ended with the process. Tests that need it are skipped where
 * it is not installed, except in continuous integration.
 */
final class Postgres {
  private static final Optional<Postgres> SHARED = start();
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private final int port;

  private Postgres(int port) {
    this.port = port;
  }

  /** The one server of this process; skips the test if there is none. */
  static Postgres shared() {
    if (SHARED.isEmpty() && System.getenv("CI") == null) {
      Assumptions.abort("PostgreSQL is not installed");
    }
    return SHARED.orElseThrow(() -> new AssertionError("PostgreSQL is not installed"));
  }

  private static Optional<Postgres> start() {
    return programs().map(Postgres::start);
  }

  /** Debian keeps the programs of a server outside the path. */
  private static Optional<Path> programs() {
    List<Path> folders =
        new ArrayList<>(
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .toList());
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> found = Files.list(versions)) {
        found
            .sorted(Comparator.reverseOrder())
            .map(version -> version.resolve("bin"))
            .forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
        .findFirst();
  }

  private static Postgres start(Path programs) {
    try {
      Path data = Files.createTempDirectory("mcp4j-postgres");
      boolean isRoot = "root".equals(System.getProperty("user.name"));
      if (isRoot) {
        // The server refuses to run as root; Debian's package brings a user for it.
        run(List.of("chown", "postgres", data.toString()));
      }
      List<String> as = isRoot ? List.of("runuser", "-u", "postgres", "--") : List.of();
      run(
          command(
              as,
              programs.resolve("initdb").toString(),
              "--no-sync",
              "--auth=trust",
              "--encoding=UTF8",
              "--locale=C",
              "--username=mcp4j",
              "--pgdata=" + data));
      int port = freePort();
      Process server =
          new ProcessBuilder(
                  command(
                      as,
                      programs.resolve("postgres").toString(),
                      "-D",
                      data.toString(),
                      "-p",
                      String.valueOf(port),
                      "-c",
                      "listen_addresses=127.0.0.1",
                      "-c",
                      "unix_socket_directories=",
                      "-c",
                      "max_connections=200"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
      Postgres postgres = new Postgres(port);
      postgres.awaitReady(server);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(List<String> as, String... program) {
    List<String> command = new ArrayList<>(as);
    command.addAll(List.of(program));
    return command;
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + said);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Connecting is the only way to learn that the server is ready; its start takes a moment. */
  private void awaitReady(Process server) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (Connection connection = DriverManager.getConnection(url("public"))) {
        connection.isValid(5);
        return;
      } catch (SQLException e) {
        if (!server.isAlive() || System.nanoTime() > end) {
          throw new AssertionError("PostgreSQL does not start", e);
        }
      }
      awaitExit(server, 50);
    }
  }

  private static void awaitExit(Process process, long millis) {
    try {
      process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Process server, Path data) {
    server.destroy();
    awaitExit(server, 10_000);
    server.destroyForcibly();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // The folder is a temporary one; it is the system's to remove.
    }
  }

  /** A schema of its own, which is empty at first. */
  String newSchema() {
    String name = "t" + SCHEMAS.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("public"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + name);
      return name;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A pool of connections to a schema. */
  DataSource pool(String schema) {
    return JdbcConnectionPool.create(source(schema));
  }

  /** Where to find the server, for another process. */
  String url(String schema) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=mcp4j&currentSchema=" + schema;
  }

  private PGConnectionPoolDataSource source(String schema) {
    PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    source.setUrl(url(schema));
    return source;
  }
}
