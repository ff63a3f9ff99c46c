/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.report.Baseline;
import dev.mcp4j.conformance.report.HtmlReport;
import dev.mcp4j.conformance.report.JUnitReport;
import dev.mcp4j.conformance.report.JsonReport;
import dev.mcp4j.conformance.report.Report;
import dev.mcp4j.conformance.report.Status;
import dev.mcp4j.conformance.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that every check has, whatever the role of the peer. */
final class RunOptions {
  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      split = ",",
      description =
          "The revision to check by, or ALL that the peer speaks; may be repeated"
              + " (default: 2026-07-28).",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private List<String> revisions = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Only requirements or properties whose name begins so; may be repeated.",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--level",
      description = "MUST checks only what is absolutely demanded; SHOULD checks all.")
  private Strength level = Strength.SHOULD;

  /** What to check. */
  enum Strength {
    /** Only what has no exceptions. */
    MUST,
    /** Everything. */
    SHOULD
  }

  @Option(names = "--strict", description = "Violations of SHOULD fail the run, too.")
  private boolean strict;

  @Option(
      names = "--seed",
      description = "Where all randomness comes from (default: a new one).",
      showDefaultValue = CommandLine.Help.Visibility.NEVER)
  private @Nullable Long seed;

  @Option(names = "--tries", description = "How many tries each property has.")
  private int tries = 20;

  @Option(names = "--time", description = "Seconds after which the rest is done in a hurry.")
  private int time = 120;

  @Option(names = "--timeout", description = "Seconds that the peer may take to answer.")
  private int timeout = 10;

  @Option(
      names = "--baseline",
      description = "A file with requirements that are known not to be met.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      description = "Writes what was found into a file, for --baseline.")
  private @Nullable Path writeBaseline;

  @Option(names = "--html", description = "Writes a report as HTML.")
  private @Nullable Path html;

  @Option(names = "--junit", description = "Writes a report as JUnit XML.")
  private @Nullable Path junit;

  @Option(names = "--json", description = "Writes a report as JSON.")
  private @Nullable Path json;

  RunOptions() {}

  /** Whether revisions that the peer does not speak are left out. */
  boolean isWhateverIsSpoken() {
    return Revisions.areAll(revisions);
  }

  List<Suite> suites(Role role) {
    return Revisions.suites(revisions, role);
  }

  Duration patience() {
    return Duration.ofSeconds(timeout);
  }

  Selection selection() {
    return new Selection(only, level == Strength.MUST);
  }

  Options options() {
    long used = seed != null ? seed : new java.util.Random().nextLong(1_000_000_000);
    return new Options(used, tries, Duration.ofSeconds(time), Duration.ofSeconds(10));
  }

  Baseline known() throws IOException {
    return baseline == null ? Baseline.NONE : Baseline.read(baseline);
  }

  boolean isFailure(Verdict verdict, Baseline known) {
    return verdict.status() == Status.VIOLATED
        && (strict || verdict.requirement().level().isMust())
        && !known.knows(verdict);
  }

  void write(List<Report> reports, Baseline known) throws IOException {
    if (html != null) {
      Files.writeString(html, HtmlReport.write(reports));
    }
    if (junit != null) {
      Files.writeString(junit, JUnitReport.write(reports, v -> isFailure(v, known)));
    }
    if (json != null) {
      Files.writeString(json, JsonReport.write(reports));
    }
    if (writeBaseline != null) {
      Files.writeString(writeBaseline, Baseline.write(reports));
    }
  }
}
