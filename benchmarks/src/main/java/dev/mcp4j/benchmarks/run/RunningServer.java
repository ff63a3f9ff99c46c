/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. */
final class RunningServer implements AutoCloseable {
  /** How long a server may take to answer, and to end. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String SESSION_ID = "Mcp-Session-Id";

  private final Candidate candidate;
  private final Process process;
  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Map<String, String>> sessions = new LinkedHashMap<>();
  private final long startMillis;

  private RunningServer(Candidate candidate, Process process, URI base, long started)
      throws IOException, InterruptedException {
    this.candidate = candidate;
    this.process = process;
    this.base = base;
    awaitAnswer();
    this.startMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }

  /** Starts a server and waits for its first answer. */
  static RunningServer start(Candidate candidate, int port, Path log)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process =
        new ProcessBuilder(candidate.commandAt(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      return new RunningServer(candidate, process, URI.create("http://127.0.0.1:" + port), started);
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        knock();
        verify(Workload.ECHO);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
  }

  /**
   * Fails if nobody listens. Takes less of the processors that the server starts on than a call.
   */
  private void knock() throws IOException {
    new Socket(base.getHost(), base.getPort()).close();
  }

  /** Checks that a workload is answered as it should be. */
  void verify(Workload workload) throws IOException, InterruptedException {
    verify(workload, workload.path());
  }

  /** Sends the request of a workload to another path, and checks the answer. */
  void verify(Workload workload, String path) throws IOException, InterruptedException {
    HttpResponse<String> response = post(path, headers(workload), workload.body(candidate.era()));
    if (response.statusCode() != 200 || !response.body().contains(workload.proof())) {
      throw new IOException(
          candidate.name() + " answers " + response.statusCode() + " " + response.body());
    }
  }

  /** The headers of a workload, with those of a session if the server has them. */
  Map<String, String> headers(Workload workload) throws IOException, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(workload.headers(candidate.era()));
    if (candidate.era() == Era.LEGACY) {
      headers.putAll(session(workload.path()));
    }
    return headers;
  }

  private Map<String, String> session(String path) throws IOException, InterruptedException {
    Map<String, String> known = sessions.get(path);
    if (known != null) {
      return known;
    }
    Map<String, String> headers = Era.LEGACY.headers("initialize");
    HttpResponse<String> response = post(path, headers, Era.INITIALIZE);
    Map<String, String> session = new LinkedHashMap<>();
    response.headers().firstValue(SESSION_ID).ifPresent(id -> session.put(SESSION_ID, id));
    if (!session.isEmpty()) {
      headers.putAll(session);
      post(path, headers, Era.INITIALIZED);
    }
    sessions.put(path, session);
    return session;
  }

  private HttpResponse<String> post(String path, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  Candidate candidate() {
    return candidate;
  }

  URI uri(String path) {
    return base.resolve(path);
  }

  ProcFigures figures() {
    return ProcFigures.of(process.pid());
  }

  long pid() {
    return process.pid();
  }

  /** From the start of the process to its first answer. */
  long startMillis() {
    return startMillis;
  }

  @Override
  public void close() {
    end(process);
  }

  /** Asks a process to end, and kills it if it does not. */
  static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
