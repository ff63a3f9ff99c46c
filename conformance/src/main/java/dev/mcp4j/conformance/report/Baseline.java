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
   * Writes what a run has found.
   *
   * @param report the run
   * @return the text of a file
   */
  public static String write(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("# Known failures of the conformance suite at revision ");
    text.append(report.revision()).append(".\n");
    text.append("# A line whose requirement is met again fails the run: delete it then.\n");
    for (Verdict verdict : report.findings()) {
      text.append(
          "%-45s # %s%n".formatted(verdict.requirement().id(), verdict.requirement().level()));
    }
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
   * @param report the run
   * @return ids of requirements that were met
   */
  public List<String> stale(Report report) {
    return report.all(Status.MET).stream()
        .filter(this::knows)
        .map(verdict -> verdict.requirement().id())
        .toList();
  }
}
