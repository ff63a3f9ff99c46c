/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own that is spoken to on its standard streams. */
final class PipedServer implements AutoCloseable {
  private final Candidate candidate;
  private final long started = System.nanoTime();
  private final Process process;
  private final BufferedReader reader;
  private final CompletableFuture<Process> patience;

  private PipedServer(Candidate candidate, Duration patience) throws IOException {
    this.candidate = candidate;
    this.process =
        new ProcessBuilder(candidate.command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.reader = process.inputReader(StandardCharsets.UTF_8);
    this.patience =
        CompletableFuture.supplyAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(patience.toSeconds(), TimeUnit.SECONDS));
  }

  /** Starts a server, whose process is killed unless it is trusted in time. */
  static PipedServer start(Candidate candidate, Duration patience) throws IOException {
    return new PipedServer(candidate, patience);
  }

  /** Makes the first call, and tells how long it took from the start of the process. */
  long awaitAnswer() throws IOException {
    if (candidate.era() == Era.LEGACY) {
      exchange(Era.INITIALIZE);
      send(Era.INITIALIZED);
    }
    exchange(candidate.era().call(0, "hello", false));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  void exchange(String message) throws IOException {
    send(message);
    String answer = reader.readLine();
    if (answer == null || !answer.contains("\"result\"")) {
      throw new IOException("unexpected answer: " + answer);
    }
  }

  private void send(String message) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Lets the process live. */
  void trust() {
    patience.cancel(false);
  }

  Process process() {
    return process;
  }

  ProcFigures figures() {
    return ProcFigures.of(process.pid());
  }

  @Override
  public void close() {
    patience.cancel(false);
    RunningServer.end(process);
  }
}
