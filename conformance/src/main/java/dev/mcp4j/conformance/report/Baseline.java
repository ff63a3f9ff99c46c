/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Requirements that are known not to be met.
 *
 * @param ids their ids
 */
public record Baseline(Set<String> ids) {
  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(Set.of());

  /** Copies the ids. */
  public Baseline {
    ids = Set.copyOf(ids);
  }

  /**
   * Reads a file: one id a line, {@code #} begins a comment.
   *
   * @param file the file
   * @return the baseline
   * @throws IOException if the file cannot be read
   */
  public static Baseline read(Path file) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      String id = line.replaceAll("#.*", "").strip();
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return new Baseline(ids);
  }

  /**
   * Writes what runs have found.
   *
   * @param reports the runs
   * @return the text of a file
   */
  public static String write(List<Report> reports) {
    StringBuilder text = new StringBuilder();
    text.append("# Known failures of the conformance suite at revision ");
    text.append(
        reports.stream().map(r -> r.revision().text()).collect(Collectors.joining(" and ")));
    text.append(".\n");
    text.append("# A line whose requirement is met again fails the run: delete it then.\n");
    reports.stream()
        .flatMap(report -> report.findings().stream())
        .map(v -> "%-45s # %s%n".formatted(v.requirement().id(), v.requirement().level()))
        .distinct()
        .forEach(text::append);
    return text.toString();
  }

  /**
   * Tells whether a finding is known.
   *
   * @param verdict the verdict
   * @return true if its requirement is in the baseline
   */
  public boolean knows(Verdict verdict) {
    return ids.contains(verdict.requirement().id());
  }

  /**
   * Returns what is in the baseline without need.
   *
   * @param reports the runs
   * @return ids of requirements that were met wherever they were looked at
   */
  public List<String> stale(List<Report> reports) {
    Set<String> found =
        reports.stream()
            .flatMap(report -> report.findings().stream())
            .map(verdict -> verdict.requirement().id())
            .collect(Collectors.toSet());
    return reports.stream()
        .flatMap(report -> report.all(Status.MET).stream())
        .filter(this::knows)
        .map(verdict -> verdict.requirement().id())
        .distinct()
        .filter(id -> !found.contains(id))
        .toList();
  }
}
