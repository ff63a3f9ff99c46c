/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when figures were taken. */
final class Machine {
  private Machine() {}

  static String describe(Path java) throws IOException {
    String version = versionOf(java);
    long memory =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(line -> line.startsWith("MemTotal:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
            .findFirst()
            .orElse(0);
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    return "%s, %d processors, %d GiB, JDK %s, load average before the run %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            memory,
            version,
            load);
  }

  /** The version of a JDK. */
  private static String versionOf(Path java) throws IOException {
    return Files.readAllLines(java.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .findFirst()
        .map(line -> line.substring(line.indexOf('"') + 1, line.length() - 1))
        .orElse("of an unknown version");
  }

  /** The number of a JDK's release, such as 25; 0 if it is unknown. */
  static int releaseOf(Path java) throws IOException {
    String digits = versionOf(java).replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
