/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

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
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks one peer, shows how it goes, and writes the reports. */
final class CheckRun<P extends Peer> {
  private final RunOptions settings;
  private final PrintWriter out;
  private final Suite suite;
  private final String target;
  private final String commandLine;

  /**
   * Prepares a run.
   *
   * @param settings what the user wants
   * @param out where to show it
   * @param suite what to run
   * @param target the peer, as it was given
   * @param commandLine the start of the command line that gives the same run again
   */
  CheckRun(RunOptions settings, PrintWriter out, Suite suite, String target, String commandLine) {
    this.settings = settings;
    this.out = out;
    this.suite = suite;
    this.target = target;
    this.commandLine = commandLine;
  }

  /** Runs, and returns the exit code. */
  int run(Supplier<P> peer, Function<P, Profile> probe) throws IOException {
    Screen screen = Screen.of(out);
    Baseline known = settings.known();
    Instant begin = Instant.now();
    Selection selection = settings.selection();
    List<PropertyCase> properties = selection.of(suite);
    RunResult result = check(peer, probe, properties, screen);
    Report report =
        Report.of(
            target,
            begin,
            result,
            requirement -> selection.reports(requirement, properties, result),
            commandLine);
    screen.end(TextReport.write(report, screen.paint()));
    settings.write(report, known);
    return verdict(report, known);
  }

  private RunResult check(
      Supplier<P> opened,
      Function<P, Profile> probe,
      List<PropertyCase> properties,
      Screen screen) {
    Options options = settings.options();
    try (P peer = opened.get()) {
      Profile profile = probe.apply(peer);
      screen.begin(target, profile, properties.size());
      return new Runner(suite, peer, profile, options, screen::progress).run(properties);
    } catch (PeerGone e) {
      throw new Impossible(String.valueOf(e.getMessage()));
    }
  }

  private int verdict(Report report, Baseline known) {
    List<String> stale = known.stale(report);
    stale.forEach(id -> out.println("stale in the baseline, since it is met: " + id));
    boolean broken =
        report.result().aborted().isPresent()
            || report.result().outcomes().stream()
                .anyMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
    out.flush();
    boolean failed = report.verdicts().stream().anyMatch(v -> settings.isFailure(v, known));
    if (failed || !stale.isEmpty()) {
      return Main.FOUND;
    }
    return broken ? Main.IMPOSSIBLE : Main.OK;
  }

  /** A word for the shell. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
