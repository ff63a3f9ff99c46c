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

  void run(int firstPort) throws IOException, InterruptedException {
    List<AutoCloseable> open = new ArrayList<>();
    Map<String, RunningServer> servers = new LinkedHashMap<>();
    try {
      int port = firstPort;
      for (int size : SIZES) {
        RunningServer tools = RunningServer.start(candidates.withTools(size), port++, log);
        open.add(tools);
        servers.put(size + " tools", tools);
        RunningServer listened = RunningServer.start(candidates.withTools(1), port++, log);
        open.add(listened);
        open.add(0, IdleStreams.open(listened.uri("/mcp"), size));
        servers.put(size + " idle listen streams", listened);
        RunningServer sessions = RunningServer.start(candidates.withTools(1), port++, log);
        open.add(sessions);
        Sessions.open(sessions.uri("/mcp"), size);
        servers.put(size + " sessions of 2025-11-25", sessions);
      }
      measure(servers);
    } finally {
      for (AutoCloseable each : open) {
        closeQuietly(each);
      }
    }
  }

  private void measure(Map<String, RunningServer> servers)
      throws IOException, InterruptedException {
    for (RunningServer server : servers.values()) {
      for (int i = 0; i < settings.warmUp().toSeconds() / 2; i++) {
        var unused = drive(server, 2);
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Map.Entry<String, RunningServer> entry : servers.entrySet()) {
        RunningServer server = entry.getValue();
        long before = server.figures().cpuMillis();
        long requests = drive(server, settings.seconds()).requests();
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

  private Wrk.Result drive(RunningServer server, int seconds)
      throws IOException, InterruptedException {
    return wrk.run(
        server.uri("/mcp"),
        Workload.ECHO.connections(),
        seconds,
        server.headers(Workload.ECHO),
        Workload.ECHO.body(Era.MODERN));
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
        new Table("echo beside many of something", "beside", "CPU ms per 1,000", "RSS MiB");
    cpu.forEach(
        (name, samples) ->
            table.row(
                name,
                samples.spread("%.1f"),
                resident.getOrDefault(name, new Samples()).median("%.0f")));
    return table.toString();
  }
}
