/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives a server with the load generator wrk. */
final class Wrk {
  private static final Pattern FIGURES =
      Pattern.compile("RESULT requests=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) errors=(\\d+)");

  private final Path script;
  private final Path work;

  /**
   * Makes a driver.
   *
   * @param script what wrk runs
   * @param work where files go
   */
  Wrk(Path script, Path work) {
    this.script = script;
    this.work = work;
  }

  /**
   * What one run showed.
   *
   * @param requests how many were answered
   * @param perSecond requests per second
   * @param p50Micros median latency
   * @param p99Micros latency of the slowest hundredth
   * @param errors broken connections, timeouts and refusals
   */
  record Result(long requests, double perSecond, long p50Micros, long p99Micros, long errors) {}

  Result run(URI uri, int connections, int seconds, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    Path file = Files.writeString(work.resolve("body.json"), body);
    List<String> command =
        new ArrayList<>(
            List.of(
                "wrk",
                "-t" + Math.min(2, connections),
                "-c" + connections,
                "-d" + seconds + "s",
                "-s",
                script.toString(),
                uri.toString(),
                "--",
                file.toString()));
    headers.forEach((name, value) -> command.add(name + ": " + value));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    Matcher figures = FIGURES.matcher(output);
    if (!figures.find()) {
      throw new IOException("wrk says: " + output);
    }
    long requests = Long.parseLong(figures.group(1));
    return new Result(
        requests,
        requests * 1e6 / Long.parseLong(figures.group(2)),
        Long.parseLong(figures.group(3)),
        Long.parseLong(figures.group(4)),
        Long.parseLong(figures.group(5)));
  }
}
