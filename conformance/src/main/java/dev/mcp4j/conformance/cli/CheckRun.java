/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Runner;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.peer.Peer;
import dev.mcp4j.conformance.peer.PeerGone;
import dev.mcp4j.conformance.report.Baseline;
import dev.mcp4j.conformance.report.Report;
import dev.mcp4j.conformance.report.TextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine;

/** Checks one peer by one revision after the other, shows how it goes, and writes the reports. */
final class CheckRun<P extends Peer> {
  private final RunOptions settings;
  private final PrintWriter out;
  private final PrintWriter err;
  private final String target;
  private final String commandLine;
  private final Options options;

  /**
   * Prepares a run.
   *
   * @param settings what the user wants
   * @param command where to show it
   * @param target the peer, as it was given
   * @param commandLine the start of the command line that gives the same run again
   */
  CheckRun(RunOptions settings, CommandLine command, String target, String commandLine) {
    this.settings = settings;
    this.out = command.getOut();
    this.err = command.getErr();
    this.target = target;
    this.commandLine = commandLine;
    this.options = settings.options();
  }

  /** Runs the suites, and returns the exit code. */
  int run(List<Suite> suites, Function<Revision, P> peer, BiFunction<P, Revision, Profile> probe)
      throws IOException {
    Baseline known = settings.known();
    List<Report> reports = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    for (Suite suite : suites) {
      try {
        reports.add(run(suite, peer, probe));
      } catch (Impossible e) {
        obstacles.add(String.valueOf(e.getMessage()));
      }
    }
    if (reports.isEmpty()) {
      throw new Impossible(String.join("\n", obstacles));
    }
    settings.write(reports, known);
    if (reports.size() > 1) {
      out.println();
      reports.forEach(report -> out.println(TextReport.summary(report)));
    }
    obstacles.forEach(obstacle -> err.println("left out: " + obstacle));
    err.flush();
    int verdict = verdict(reports, known);
    boolean incomplete = !obstacles.isEmpty() && !settings.isWhateverIsSpoken();
    return verdict == Main.OK && incomplete ? Main.IMPOSSIBLE : verdict;
  }

  private Report run(
      Suite suite, Function<Revision, P> peer, BiFunction<P, Revision, Profile> probe) {
    Screen screen = Screen.of(out);
    Instant begin = Instant.now();
    Selection selection = settings.selection();
    List<PropertyCase> properties = selection.of(suite);
    RunResult result = check(suite, peer, probe, properties, screen);
    Report report =
        Report.of(
            target,
            begin,
            result,
            requirement -> selection.reports(requirement, properties, result),
            commandLine + " --revision " + suite.revision());
    screen.end(TextReport.write(report, screen.paint()));
    return report;
  }

  private RunResult check(
      Suite suite,
      Function<Revision, P> opened,
      BiFunction<P, Revision, Profile> probe,
      List<PropertyCase> properties,
      Screen screen) {
    try (P peer = opened.apply(suite.revision())) {
      Profile profile = probe.apply(peer, suite.revision());
      screen.begin(target, profile, properties.size());
      return new Runner(suite, peer, profile, options, screen::progress).run(properties);
    } catch (PeerGone e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  private int verdict(List<Report> reports, Baseline known) {
    List<String> stale = known.stale(reports);
    stale.forEach(id -> out.println("stale in the baseline, since it is met: " + id));
    out.flush();
    boolean failed =
        reports.stream()
            .flatMap(report -> report.verdicts().stream())
            .anyMatch(verdict -> settings.isFailure(verdict, known));
    if (failed || !stale.isEmpty()) {
      return Main.FOUND;
    }
    return reports.stream().anyMatch(CheckRun::isBroken) ? Main.IMPOSSIBLE : Main.OK;
  }

  private static boolean isBroken(Report report) {
    return report.result().aborted().isPresent()
        || report.result().outcomes().stream()
            .anyMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
  }

  /** A word for the shell. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
