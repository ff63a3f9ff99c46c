/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Measures servers over stdio: one call after the other, and as many as the pipe takes. */
final class StdioRounds {
  private static final int PIPELINED = 20_000;
  private static final int PIPELINED_RUNS = 3;
  private static final int MORE_PIPELINED_RUNS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration QUICK_PATIENCE = Duration.ofSeconds(15);

  private final Settings settings;
  private final Map<Candidate, Cell> cells = new LinkedHashMap<>();

  StdioRounds(Settings settings) {
    this.settings = settings;
  }

  /** What one server showed. */
  private static final class Cell {
    final Samples p50 = new Samples();
    final Samples p99 = new Samples();
    final Samples cpu = new Samples();
    final Samples pipelined = new Samples();
    final Samples pipelinedCpu = new Samples();
    int lost;
  }

  void run(List<Candidate> candidates) throws IOException, InterruptedException {
    int rounds = settings.quick() ? 1 : settings.rounds();
    for (int round = 0; round < rounds; round++) {
      for (Candidate candidate : candidates) {
        settings.say("stdio: " + candidate.name());
        measure(candidate, cells.computeIfAbsent(candidate, c -> new Cell()));
      }
    }
  }

  private void measure(Candidate candidate, Cell cell) throws IOException, InterruptedException {
    try (PipedServer server = PipedServer.start(candidate, patience())) {
      oneAfterTheOther(candidate, cell, server);
      server.trust();
      int runs = settings.quick() ? PIPELINED_RUNS : MORE_PIPELINED_RUNS;
      for (int i = 0; i < runs && server.process().isAlive(); i++) {
        pipelined(candidate, cell, server);
      }
    } catch (IOException e) {
      settings.say(candidate.name() + " broke off: " + e.getMessage());
      cell.lost++;
    }
  }

  private Duration patience() {
    return settings.quick() ? QUICK_PATIENCE : PATIENCE;
  }

  private void oneAfterTheOther(Candidate candidate, Cell cell, PipedServer server)
      throws IOException {
    server.awaitAnswer();
    int calls = settings.quick() ? 5_000 : 20_000;
    sequential(candidate, server, calls);
    long before = server.figures().cpuMillis();
    long[] nanos = sequential(candidate, server, calls);
    cell.cpu.add((server.figures().cpuMillis() - before) * 1000.0 / calls);
    cell.p50.add(nanos[calls / 2] / 1e3);
    cell.p99.add(nanos[calls - calls / 100] / 1e3);
  }

  private static long[] sequential(Candidate candidate, PipedServer server, int calls)
      throws IOException {
    long[] nanos = new long[calls];
    for (int i = 0; i < calls; i++) {
      String call = candidate.era().call(i, "hello", false);
      long start = System.nanoTime();
      server.exchange(call);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private void pipelined(Candidate candidate, Cell cell, PipedServer server)
      throws IOException, InterruptedException {
    List<String> calls = new ArrayList<>();
    for (int i = 0; i < PIPELINED; i++) {
      calls.add(candidate.era().call(i, "hello", false));
    }
    byte[] all = (String.join("\n", calls) + "\n").getBytes(StandardCharsets.UTF_8);
    Process process = server.process();
    long before = server.figures().cpuMillis();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newCachedThreadPool();
    Future<Boolean> written = threads.submit(() -> write(process.getOutputStream(), all));
    Future<Boolean> answered = threads.submit(() -> awaitLines(process.getInputStream()));
    try {
      answered.get(patience().toSeconds(), TimeUnit.SECONDS);
      written.get(patience().toSeconds(), TimeUnit.SECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      cell.pipelined.add(PIPELINED / seconds);
      cell.pipelinedCpu.add((server.figures().cpuMillis() - before) * 1000.0 / PIPELINED);
    } catch (ExecutionException | TimeoutException e) {
      cell.lost++;
      process.destroyForcibly().waitFor();
    } finally {
      threads.shutdown();
    }
  }

  private static boolean write(OutputStream out, byte[] all) throws IOException {
    out.write(all);
    out.flush();
    return true;
  }

  private static boolean awaitLines(InputStream in) throws IOException {
    byte[] chunk = new byte[64 << 10];
    int left = PIPELINED;
    while (left > 0) {
      int count = in.read(chunk);
      if (count < 0) {
        throw new IOException("the output ended with " + left + " answers missing");
      }
      for (int i = 0; i < count; i++) {
        left -= chunk[i] == '\n' ? 1 : 0;
      }
    }
    return true;
  }

  String report() {
    Table table =
        new Table(
            "stdio",
            "server",
            "p50 µs",
            "p99 µs",
            "CPU ms per 1,000",
            "pipelined calls/s",
            "CPU ms per 1,000 pipelined",
            "stalled or broke off");
    cells.forEach(
        (candidate, cell) ->
            table.row(
                candidate.name(),
                cell.p50.spread("%.0f"),
                cell.p99.median("%.0f"),
                cell.cpu.spread("%.1f"),
                cell.pipelined.spread("%,.0f"),
                cell.pipelinedCpu.spread("%.1f"),
                Integer.toString(cell.lost)));
    return table.toString();
  }
}
