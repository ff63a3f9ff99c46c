/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures clients, each in a process of its own, against one fast server. */
final class ClientRounds {
  private static final int CALLS = 20_000;
  private static final int WARM_UP_CALLS = 60_000;
  private static final int MANY = 16;

  private final Settings settings;
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  ClientRounds(Settings settings) {
    this.settings = settings;
  }

  /** What one client showed. */
  private static final class Cell {
    final Samples perSecond = new Samples();
    final Samples cpu = new Samples();
    final Samples manyPerSecond = new Samples();
    final Samples manyCpu = new Samples();
  }

  /** A client that waits for orders. */
  private record Running(Process process, BufferedWriter orders, BufferedReader answers) {
    static Running start(List<String> command) throws IOException {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new Running(
          process,
          process.outputWriter(StandardCharsets.UTF_8),
          process.inputReader(StandardCharsets.UTF_8));
    }

    /** Lets the client make calls, and returns the seconds they took. */
    double calls(int count, int atOnce) throws IOException {
      orders.write(count + " " + atOnce + "\n");
      orders.flush();
      String seconds = answers.readLine();
      if (seconds == null) {
        throw new IOException("the client broke off");
      }
      return Double.parseDouble(seconds);
    }
  }

  void run(Candidates candidates, String uri) throws IOException, InterruptedException {
    Map<String, Running> clients = new LinkedHashMap<>();
    try {
      for (String kind : List.of("bare HttpClient", "mcp4j", "official Java SDK 2.1.0")) {
        settings.say("client: " + kind);
        Running client = Running.start(candidates.clientLoad(kind, uri));
        clients.put(kind, client);
        int calls = settings.quick() ? CALLS : WARM_UP_CALLS;
        client.calls(calls / 4, 1);
        client.calls(calls, MANY);
      }
      for (int round = 0; round < settings.rounds(); round++) {
        for (Map.Entry<String, Running> entry : clients.entrySet()) {
          measure(entry.getValue(), cells.computeIfAbsent(entry.getKey(), k -> new Cell()));
        }
      }
    } finally {
      for (Running client : clients.values()) {
        client.process().destroyForcibly();
        client.process().waitFor();
      }
    }
  }

  private static void measure(Running client, Cell cell) throws IOException {
    ProcFigures figures = ProcFigures.of(client.process().pid());
    long start = figures.cpuMillis();
    cell.perSecond.add(CALLS / 2 / client.calls(CALLS / 2, 1));
    long between = figures.cpuMillis();
    cell.manyPerSecond.add(CALLS / client.calls(CALLS, MANY));
    cell.cpu.add((between - start) * 2000.0 / CALLS);
    cell.manyCpu.add((figures.cpuMillis() - between) * 1000.0 / CALLS);
  }

  String report() {
    Table table =
        new Table(
            "clients over HTTP",
            "client",
            "calls/s",
            "CPU ms per 1,000",
            "ratio",
            "16 at once: calls/s",
            "CPU ms per 1,000",
            "ratio");
    double one = cells.values().iterator().next().cpu.median();
    double many = cells.values().iterator().next().manyCpu.median();
    cells.forEach(
        (name, cell) ->
            table.row(
                name,
                cell.perSecond.median("%,.0f"),
                cell.cpu.spread("%.0f"),
                "%.2f".formatted(cell.cpu.median() / one),
                cell.manyPerSecond.median("%,.0f"),
                cell.manyCpu.spread("%.0f"),
                "%.2f".formatted(cell.manyCpu.median() / many)));
    return table.toString();
  }
}
