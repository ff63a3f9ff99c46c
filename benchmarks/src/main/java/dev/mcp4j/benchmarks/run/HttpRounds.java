/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures servers over HTTP, in turn and again and again, so that all meet the same machine. */
final class HttpRounds {
  private static final int SETTLED_REQUESTS = 120_000;

  private final Wrk wrk;
  private final Settings settings;
  private final Map<Workload, Map<RunningServer, Cell>> cells = new EnumMap<>(Workload.class);

  HttpRounds(Wrk wrk, Settings settings) {
    this.wrk = wrk;
    this.settings = settings;
  }

  /** What one server showed with one workload. */
  private static final class Cell {
    final Samples cpu = new Samples();
    final Samples perSecond = new Samples();
    final Samples p50 = new Samples();
    final Samples p99 = new Samples();
    long errors;
  }

  void run(List<RunningServer> servers) throws IOException, InterruptedException {
    for (RunningServer server : servers) {
      warmUp(server);
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Workload workload : settings.workloads()) {
        for (RunningServer server : servers) {
          if (server.candidate().workloads().contains(workload)) {
            measure(server, workload);
          }
        }
      }
    }
  }

  private void warmUp(RunningServer server) throws IOException, InterruptedException {
    for (Workload workload : settings.workloads()) {
      if (server.candidate().workloads().contains(workload)) {
        server.verify(workload);
        settings.say("warming up " + server.candidate().name() + ": " + workload.title());
        long end = System.nanoTime() + settings.warmUp().toNanos();
        long requests = 0;
        while (System.nanoTime() < end && requests < SETTLED_REQUESTS) {
          requests += drive(server, workload, 2).requests();
        }
      }
    }
  }

  private Wrk.Result drive(RunningServer server, Workload workload, int seconds)
      throws IOException, InterruptedException {
    return wrk.run(
        server.uri(workload.path()),
        workload.connections(),
        seconds,
        server.headers(workload),
        workload.body(server.candidate().era()));
  }

  private void measure(RunningServer server, Workload workload)
      throws IOException, InterruptedException {
    long before = server.figures().cpuMillis();
    Wrk.Result result = drive(server, workload, settings.seconds());
    long millis = server.figures().cpuMillis() - before;
    Cell cell =
        cells
            .computeIfAbsent(workload, w -> new LinkedHashMap<>())
            .computeIfAbsent(server, s -> new Cell());
    cell.cpu.add(millis * 1000.0 / Math.max(1, result.requests()));
    cell.perSecond.add(result.perSecond());
    cell.p50.add(result.p50Micros());
    cell.p99.add(result.p99Micros());
    cell.errors += result.errors();
    settings.say(
        "%s: %s: %d requests, %d errors"
            .formatted(
                server.candidate().name(), workload.title(), result.requests(), result.errors()));
  }

  String report() {
    StringBuilder text = new StringBuilder();
    cells.forEach(
        (workload, byServer) -> {
          Table table =
              new Table(
                  workload.title(),
                  "server",
                  "CPU ms per 1,000",
                  "ratio",
                  "requests/s",
                  "p50 µs",
                  "p99 µs",
                  "errors");
          double first = byServer.values().iterator().next().cpu.median();
          byServer.forEach(
              (server, cell) ->
                  table.row(
                      server.candidate().name(),
                      cell.cpu.spread("%.1f"),
                      "%.2f".formatted(cell.cpu.median() / first),
                      cell.perSecond.median("%,.0f"),
                      cell.p50.median("%,.0f"),
                      cell.p99.median("%,.0f"),
                      Long.toString(cell.errors)));
          text.append(table);
        });
    return text.toString();
  }
}
