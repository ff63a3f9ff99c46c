/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and how long.
 *
 * @param rounds how often each figure is taken
 * @param seconds how long each taking lasts
 * @param warmUp the longest time a workload is run before
 * @param workloads what is asked over HTTP
 * @param parts what else is measured
 * @param quick whether only the most telling servers are measured
 * @param java the folder of the JDK that runs servers
 * @param update the file whose figures are replaced; null to print only
 */
record Settings(
    int rounds,
    int seconds,
    Duration warmUp,
    Set<Workload> workloads,
    Set<Part> parts,
    boolean quick,
    Path java,
    @Nullable Path update) {
  static final String USAGE =
      """
      usage: benchmarks/run [--quick] [--only PART]... [--rounds N] [--java HOME] [--update FILE]

        --quick        the most telling servers and workloads, in under three minutes
        --only PART    http, stdio, client, idle, start, growth (default: all)
        --rounds N     how often each figure is taken (default: 5, quick: 2)
        --java HOME    the JDK that runs the servers (default: the one that runs this)
        --update FILE  replaces the figures between the two marks in a file of the documentation""";

  /** What is measured. */
  enum Part {
    HTTP,
    STDIO,
    CLIENT,
    IDLE,
    START,
    GROWTH
  }

  static Settings parse(String... args) {
    boolean quick = List.of(args).contains("--quick");
    int rounds = quick ? 2 : 5;
    Set<Part> parts = EnumSet.noneOf(Part.class);
    Path java = Path.of(System.getProperty("java.home"));
    Path update = null;
    Queue<String> left = new ArrayDeque<>(List.of(args));
    while (!left.isEmpty()) {
      String arg = left.remove();
      switch (arg) {
        case "--quick" -> {}
        case "--only" -> parts.add(Part.valueOf(valueOf(arg, left).toUpperCase(Locale.ROOT)));
        case "--rounds" -> rounds = Integer.parseInt(valueOf(arg, left));
        case "--java" -> java = Path.of(valueOf(arg, left));
        case "--update" -> update = Path.of(valueOf(arg, left));
        default -> throw new IllegalArgumentException("there is no option " + arg);
      }
    }
    return new Settings(
        rounds,
        quick ? 2 : 5,
        Duration.ofSeconds(quick ? 4 : 20),
        quick ? EnumSet.of(Workload.ECHO, Workload.ECHO_64K) : EnumSet.allOf(Workload.class),
        parts.isEmpty() ? partsOf(quick) : parts,
        quick,
        java,
        update);
  }

  private static Set<Part> partsOf(boolean quick) {
    return quick ? EnumSet.of(Part.HTTP, Part.STDIO, Part.START) : EnumSet.allOf(Part.class);
  }

  private static String valueOf(String option, Queue<String> left) {
    String value = left.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  void say(String progress) {
    System.err.println(progress);
  }
}
