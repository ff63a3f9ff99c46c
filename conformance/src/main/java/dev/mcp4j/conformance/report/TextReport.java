/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.RunResult;
import java.util.List;

/** A report as text, for terminals and logs. */
public final class TextReport {
  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  private TextReport(Paint paint) {
    this.paint = paint;
  }

  /**
   * Writes a report.
   *
   * @param report the report
   * @param paint how to use colours
   * @return its text
   */
  public static String write(Report report, Paint paint) {
    TextReport writer = new TextReport(paint);
    report.findings().forEach(verdict -> writer.finding(report, verdict));
    writer.broken(report.result());
    writer.skipped(report.result());
    writer.end(report);
    return writer.text.toString();
  }

  /**
   * Says in a line what a run brought.
   *
   * @param report the report
   * @return the line, without its end
   */
  public static String summary(Report report) {
    long must = report.all(Status.VIOLATED).stream().filter(Report::isMust).count();
    long should = report.all(Status.VIOLATED).size() - must;
    return "%s of revision %s: %d requirements met, %d MUST and %d SHOULD violated, %d unstable, "
            .formatted(
                report.result().suite().role().text(),
                report.revision(),
                report.all(Status.MET).size(),
                must,
                should,
                report.all(Status.UNSTABLE).size())
        + report.all(Status.NOT_EXERCISED).size()
        + " not exercised";
  }

  private void finding(Report report, Verdict verdict) {
    Finding finding = verdict.finding().orElseThrow();
    boolean violated = verdict.status() == Status.VIOLATED;
    String mark =
        violated && Report.isMust(verdict)
            ? paint.red("VIOLATED")
            : paint.yellow(violated ? "VIOLATED" : "UNSTABLE");
    text.append('\n').append(mark).append("  ").append(paint.bold(verdict.requirement().id()));
    text.append("  ").append(verdict.requirement().level()).append('\n');
    line("", verdict.requirement().sentence());
    line("", paint.faint(SpecificationLinks.to(verdict.requirement(), report.revision())));
    line("expected", finding.expected());
    line("but got", finding.actual());
    if (!finding.sample().isEmpty()) {
      line("with", finding.sample());
    }
    String seen = "in %s, seen %d of %d times";
    line("where", seen.formatted(finding.property(), finding.seen(), finding.tried()));
    text.append('\n');
    finding.transcript().text().lines().forEach(l -> text.append("    ").append(l).append('\n'));
    List<String> commands = finding.transcript().commands();
    if (commands.size() == 1) {
      text.append('\n');
      line("curl", commands.get(0));
    }
    line("again", report.reproduce(verdict));
  }

  private void line(String name, String value) {
    text.append("  ");
    if (!name.isEmpty()) {
      text.append("%-10s".formatted(name + ":"));
    }
    text.append(value).append('\n');
  }

  private void broken(RunResult result) {
    for (Outcome outcome : result.outcomes()) {
      if (outcome.status() == Outcome.Status.BROKEN) {
        text.append('\n').append(paint.yellow("NOT RUN")).append("   ").append(outcome.property());
        text.append(": ").append(outcome.reason().orElse("")).append('\n');
      }
    }
  }

  private void skipped(RunResult result) {
    List<String> reasons =
        result.outcomes().stream()
            .filter(outcome -> outcome.status() == Outcome.Status.SKIPPED)
            .flatMap(outcome -> outcome.reason().stream())
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      text.append("\nsome properties were skipped, because\n");
      reasons.forEach(reason -> text.append("  - ").append(reason).append('\n'));
    }
  }

  private void end(Report report) {
    RunResult result = report.result();
    result
        .aborted()
        .ifPresent(
            reason -> text.append('\n').append(paint.red("ABORTED  " + reason)).append('\n'));
    text.append(
        """

        %s
        %d properties, %d tries, %.1f s, seed %d
        """
            .formatted(
                summary(report),
                result.outcomes().size(),
                result.outcomes().stream().mapToInt(Outcome::tries).sum(),
                result.millis() / 1000.0,
                result.options().seed()));
  }
}
