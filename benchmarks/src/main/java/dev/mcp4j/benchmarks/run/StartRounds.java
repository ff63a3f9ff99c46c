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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures how long it takes from the start of a server to its first answer, over one transport.
 */
final class StartRounds {
  private final Settings settings;
  private final Path folder;
  private final Start start;
  private final Map<String, Samples> millis = new LinkedHashMap<>();

  /**
   * Prepares the measurement.
   *
   * @param settings how often
   * @param folder where the servers leave what they prepare
   * @param start starts one
   */
  StartRounds(Settings settings, Path folder, Start start) {
    this.settings = settings;
    this.folder = folder;
    this.start = start;
  }

  /** Starts a server, waits for its first answer, and ends it. */
  interface Start {
    /** Returns the milliseconds up to the answer. */
    long of(Candidate candidate) throws IOException, InterruptedException;
  }

  /** What the first run of a server can leave for the next. */
  private enum Preparation {
    CLASS_DATA(
        "a class-data archive", ".jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
    AHEAD_OF_TIME("an ahead-of-time cache", ".aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

    /** The first release that makes an ahead-of-time cache in one step. */
    private static final int AHEAD_OF_TIME_RELEASE = 25;

    private final String title;
    private final String ending;
    private final String making;
    private final String using;

    Preparation(String title, String ending, String making, String using) {
      this.title = title;
      this.ending = ending;
      this.making = making;
      this.using = using;
    }

    static Set<Preparation> of(int release) {
      return release >= AHEAD_OF_TIME_RELEASE
          ? EnumSet.allOf(Preparation.class)
          : EnumSet.of(CLASS_DATA);
    }
  }

  void run(List<Candidate> candidates) throws IOException, InterruptedException {
    Set<Preparation> preparations = Preparation.of(Machine.releaseOf(settings.java()));
    for (Candidate candidate : candidates) {
      for (Preparation preparation : isJava(candidate) ? preparations : Set.<Preparation>of()) {
        settings.say(preparation.title + ": " + candidate.name());
        start.of(prepared(candidate, preparation, preparation.making));
      }
    }
    for (int round = 0; round < settings.rounds(); round++) {
      for (Candidate candidate : candidates) {
        measure(candidate.name(), candidate);
        for (Preparation preparation : preparations) {
          if (Files.exists(fileOf(candidate, preparation))) {
            measure(
                candidate.name() + ", with " + preparation.title,
                prepared(candidate, preparation, preparation.using));
          }
        }
      }
    }
  }

  private void measure(String name, Candidate candidate) throws IOException, InterruptedException {
    settings.say("start: " + name);
    millis.computeIfAbsent(name, n -> new Samples()).add(start.of(candidate));
  }

  private static boolean isJava(Candidate candidate) {
    return candidate.command().get(0).endsWith("java");
  }

  /** The same server with a file of its own that it makes when it ends, or uses. */
  private Candidate prepared(Candidate candidate, Preparation preparation, String option) {
    List<String> command = new ArrayList<>(candidate.command());
    command.add(1, option + fileOf(candidate, preparation));
    return new Candidate(
        candidate.name(), command, candidate.era(), candidate.workloads(), candidate.eager());
  }

  private Path fileOf(Candidate candidate, Preparation preparation) {
    return folder.resolve(Integer.toHexString(candidate.command().hashCode()) + preparation.ending);
  }

  /** Removes what other builds left. */
  static void forget(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{jsa,aot}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  String report(String transport) {
    Table table = new Table("start to first answered call, over " + transport, "server", "ms");
    millis.forEach((name, samples) -> table.row(name, samples.spread("%.0f")));
    return table.toString();
  }
}
