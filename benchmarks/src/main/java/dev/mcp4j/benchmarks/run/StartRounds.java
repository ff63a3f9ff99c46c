/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how long it takes from the start of a server to its first answer. */
final class StartRounds {
  private final Settings settings;
  private final Path log;
  private final Map<String, Samples> millis = new LinkedHashMap<>();

  StartRounds(Settings settings, Path log) {
    this.settings = settings;
    this.log = log;
  }

  void run(List<Candidate> candidates, int port) throws IOException, InterruptedException {
    for (Candidate candidate : candidates) {
      if (isJava(candidate)) {
        settings.say("class-data archive: " + candidate.name());
        RunningServer.start(archived(candidate), port, log).close();
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Candidate candidate : candidates) {
        measure(candidate.name(), candidate, port);
        if (isJava(candidate)) {
          measure(candidate.name() + ", with a class-data archive", archived(candidate), port);
        }
      }
    }
  }

  private void measure(String name, Candidate candidate, int port)
      throws IOException, InterruptedException {
    settings.say("start: " + name);
    try (RunningServer server = RunningServer.start(candidate, port, log)) {
      millis.computeIfAbsent(name, n -> new Samples()).add(server.startMillis());
    }
  }

  private static boolean isJava(Candidate candidate) {
    return candidate.command().get(0).endsWith("java");
  }

  /** The same server with an archive, which the first one makes when it ends. */
  private Candidate archived(Candidate candidate) {
    Path archive = log.resolveSibling(Integer.toHexString(candidate.name().hashCode()) + ".jsa");
    List<String> command = new ArrayList<>(candidate.command());
    command.add(
        1,
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + archive);
    return new Candidate(
        candidate.name(), command, candidate.era(), candidate.workloads(), candidate.eager());
  }

  /** Removes archives of other builds. */
  void forget() throws IOException {
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(log.toAbsolutePath().getParent(), "*.jsa")) {
      for (Path archive : archives) {
        Files.delete(archive);
      }
    }
  }

  String report() {
    Table table = new Table("start to first answered call, over HTTP", "server", "ms");
    millis.forEach((name, samples) -> table.row(name, samples.spread("%.0f")));
    return table.toString();
  }
}
