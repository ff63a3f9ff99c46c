/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What Linux knows about a process.
 *
 * @param process its folder under {@code /proc}
 */
record ProcFigures(Path process) {
  /** Clock ticks of Linux are 10 ms on every platform it runs on. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  static ProcFigures of(long pid) {
    return new ProcFigures(Path.of("/proc", Long.toString(pid)));
  }

  /** The time its threads ran, those of the compilers left out: milliseconds. */
  long cpuMillis() throws IOException {
    long millis = millisOf(Files.readString(process.resolve("stat")));
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        millis -= compilerMillis(thread);
      }
    }
    return millis;
  }

  private static long compilerMillis(Path thread) throws IOException {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      boolean compiler = stat.contains("(C1 Comp") || stat.contains("(C2 Comp");
      return compiler ? millisOf(stat) : 0;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private static long millisOf(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        * MILLIS_PER_TICK;
  }

  /** Resident memory in KiB. */
  long residentKib() throws IOException {
    return status("VmRSS:");
  }

  long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String name) throws IOException {
    for (String line : Files.readAllLines(process.resolve("status"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).strip().split(" ", -1)[0]);
      }
    }
    throw new IOException("no " + name + " in " + process);
  }
}
