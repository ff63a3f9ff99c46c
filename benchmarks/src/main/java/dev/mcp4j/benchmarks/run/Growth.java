/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether a call costs more when there is more of something that it has no use for. */
final class Growth {
  private static final int[] SIZES = {10, 1_000, 10_000};

  private final Wrk wrk;
  private final Settings settings;
  private final Candidates candidates;
  private final Path log;
  private final Map<String, Samples> cpu = new LinkedHashMap<>();
  private final Map<String, Samples> resident = new LinkedHashMap<>();

  Growth(Wrk wrk, Settings settings, Candidates candidates, Path log) {
    this.wrk = wrk;
    this.settings = settings;
    this.candidates = candidates;
    this.log = log;
  }

  /** Where requests go, and which. */
  private record Target(
      RunningServer server, String path, Map<String, String> headers, String body) {
    static Target echo(RunningServer server) throws IOException, InterruptedException {
      return new Target(
          server, "/mcp", server.headers(Workload.ECHO), Workload.ECHO.body(Era.MODERN));
    }
  }

  void run(int firstPort) throws IOException, InterruptedException {
    List<AutoCloseable> open = new ArrayList<>();
    Map<String, Target> targets = new LinkedHashMap<>();
    try {
      int port = firstPort;
      for (int size : SIZES) {
        RunningServer tools = RunningServer.start(candidates.withTools(size), port++, log);
        open.add(tools);
        targets.put(size + " tools", Target.echo(tools));
        RunningServer listened = RunningServer.start(candidates.withTools(1), port++, log);
        open.add(listened);
        open.add(0, IdleStreams.open(listened.uri("/mcp"), size));
        targets.put(size + " idle listen streams", Target.echo(listened));
        RunningServer sessions = RunningServer.start(candidates.withTools(1), port++, log);
        open.add(sessions);
        Sessions.open(sessions.uri("/mcp"), size);
        targets.put(size + " sessions of 2025-11-25", Target.echo(sessions));
        RunningServer tasks = RunningServer.start(candidates.withTools(1), port++, log);
        open.add(tasks);
        String id = Tasks.open(tasks.uri("/tasks"), size);
        targets.put(
            size + " tasks, asking for one",
            new Target(tasks, "/tasks", Tasks.headers(id), Era.MODERN.taskOf(id)));
      }
      measure(targets);
    } finally {
      for (AutoCloseable each : open) {
        closeQuietly(each);
      }
    }
  }

  private void measure(Map<String, Target> targets) throws IOException, InterruptedException {
    for (Target target : targets.values()) {
      for (int i = 0; i < settings.warmUp().toSeconds() / 2; i++) {
        var unused = drive(target, 2);
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<String, Target> entry : targets.entrySet()) {
        RunningServer server = entry.getValue().server();
        long before = server.figures().cpuMillis();
        long requests = drive(entry.getValue(), settings.seconds()).requests();
        long millis = server.figures().cpuMillis() - before;
        cpu.computeIfAbsent(entry.getKey(), k -> new Samples())
            .add(millis * 1000.0 / Math.max(1, requests));
        resident
            .computeIfAbsent(entry.getKey(), k -> new Samples())
            .add(server.figures().residentKib() / 1024.0);
        settings.say("growth: " + entry.getKey());
      }
    }
  }

  private Wrk.Result drive(Target target, int seconds) throws IOException, InterruptedException {
    return wrk.run(
        target.server().uri(target.path()),
        Workload.ECHO.connections(),
        seconds,
        target.headers(),
        target.body());
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      System.err.println("could not be closed: " + e);
    }
  }

  String report() {
    Table table =
        new Table("a request beside many of something", "beside", "CPU ms per 1,000", "RSS MiB");
    cpu.forEach(
        (name, samples) ->
            table.row(
                name,
                samples.spread("%.1f"),
                resident.getOrDefault(name, new Samples()).median("%.0f")));
    return table.toString();
  }
}
