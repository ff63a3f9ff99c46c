/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import dev.mcp4j.benchmarks.run.Settings.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures servers and clients of this project and of others, and prints one report. */
public final class Run {
  private static final int FIRST_PORT = 18_700;

  private final Settings settings;
  private final Candidates candidates;
  private final Path work;
  private final Path log;
  private final Wrk wrk;
  private final StringBuilder report = new StringBuilder();

  private Run(Settings settings, Path home) throws IOException {
    this.work = Files.createDirectories(home.resolve("target/run"));
    this.settings = settings;
    this.candidates = new Candidates(home, settings.java());
    this.log = work.resolve("servers.log");
    this.wrk = new Wrk(home.resolve("wrk/post.lua"), work);
    Files.deleteIfExists(log);
  }

  /**
   * Measures.
   *
   * @param args the folder of the benchmarks, and options
   * @throws Exception if something could not be measured
   */
  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.parse(List.of(args).subList(1, args.length).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Settings.USAGE);
      System.exit(2);
      return;
    }
    Run run = new Run(settings, Path.of(args[0]));
    run.measure();
    run.publish();
  }

  private void measure() throws IOException, InterruptedException {
    report.append(Machine.describe(settings.java())).append("\n\n");
    List<Candidate> all =
        candidates.http().stream().filter(c -> c.eager() || !settings.quick()).toList();
    part(Part.HTTP, () -> http(all));
    part(Part.STDIO, this::stdio);
    part(Part.CLIENT, this::client);
    part(Part.START, () -> start(all));
    part(Part.IDLE, this::idle);
    part(Part.GROWTH, this::growth);
  }

  /** One of the measurements. */
  private interface Measurement {
    void run() throws IOException, InterruptedException;
  }

  /** Takes a measurement if it is asked for. One that fails leaves the others alone. */
  private void part(Part part, Measurement measurement) throws InterruptedException {
    if (settings.parts().contains(part)) {
      try {
        measurement.run();
      } catch (IOException e) {
        report.append(part + " could not be measured: " + e.getMessage() + "\n\n");
      }
    }
  }

  private void stdio() throws IOException, InterruptedException {
    StdioRounds stdio = new StdioRounds(settings);
    stdio.run(candidates.stdio());
    report.append(stdio.report());
  }

  private void start(List<Candidate> all) throws IOException, InterruptedException {
    StartRounds.forget(work);
    StartRounds http = new StartRounds(settings, work, this::startOverHttp);
    http.run(
        settings.quick() ? List.of(named(Candidates.JDK), named(Candidates.OFFICIAL_SDK)) : all);
    report.append(http.report("HTTP"));
    if (!settings.quick()) {
      StartRounds stdio = new StartRounds(settings, work, Run::startOverStdio);
      stdio.run(candidates.stdio());
      report.append(stdio.report("stdio"));
    }
  }

  private long startOverHttp(Candidate candidate) throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(candidate, FIRST_PORT + 30, log)) {
      return server.startMillis();
    }
  }

  private static long startOverStdio(Candidate candidate) throws IOException {
    try (PipedServer server = PipedServer.start(candidate, RunningServer.PATIENCE)) {
      return server.awaitAnswer();
    }
  }

  private void idle() throws IOException, InterruptedException {
    IdleRounds idle = new IdleRounds(settings);
    int port = FIRST_PORT + 40;
    for (Candidate candidate : candidates.idle()) {
      idle.run(candidate, port++, log);
    }
    report.append(idle.report());
  }

  private void growth() throws IOException, InterruptedException {
    Growth growth = new Growth(wrk, settings, candidates, log);
    growth.run(FIRST_PORT + 50);
    report.append(growth.report());
  }

  private void http(List<Candidate> all) throws IOException, InterruptedException {
    List<RunningServer> servers = new ArrayList<>();
    try {
      int port = FIRST_PORT;
      for (Candidate candidate : all) {
        servers.add(RunningServer.start(candidate, port++, log));
      }
      HttpRounds rounds = new HttpRounds(wrk, settings);
      rounds.run(servers);
      report.append(rounds.report());
      Table memory = new Table("after all of this", "server", "RSS MiB", "threads");
      for (RunningServer server : servers) {
        memory.row(
            server.candidate().name(),
            Long.toString(server.figures().residentKib() / 1024),
            Long.toString(server.figures().threads()));
      }
      report.append(memory);
    } finally {
      servers.forEach(RunningServer::close);
    }
  }

  private void client() throws IOException, InterruptedException {
    Candidate fastest = named(Candidates.INLINE);
    try (RunningServer server = RunningServer.start(fastest, FIRST_PORT + 20, log)) {
      ClientRounds clients = new ClientRounds(settings);
      clients.run(candidates, server.uri("/mcp").toString());
      report.append(clients.report());
    }
  }

  private Candidate named(String name) {
    return candidates.http().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private void publish() throws IOException {
    System.out.print(report);
    Path update = settings.update();
    if (update != null) {
      Marks.replace(update, report.toString());
    }
  }
}
