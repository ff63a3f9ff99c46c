/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.wire.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A report as one page of HTML that needs nothing else. */
public final class HtmlReport {
  private final List<Report> reports;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(List<Report> reports) {
    this.reports = reports;
  }

  /**
   * Writes the runs against one peer.
   *
   * @param reports a report for each revision, at least one
   * @return the page
   */
  public static String write(List<Report> reports) {
    HtmlReport page = new HtmlReport(reports);
    page.page();
    return page.html.toString();
  }

  private void page() {
    Report first = reports.get(0);
    String name = first.result().profile().peerName();
    String title = "MCP conformance of " + (name.isEmpty() ? first.target() : name);
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>")
        .append(escape(title))
        .append("</title>\n<style>\n")
        .append(resource("report.css"))
        .append("</style></head>\n<body><main>\n<header><h1>")
        .append(escape(title))
        .append("</h1>\n");
    reports.forEach(this::summary);
    html.append("</header>\n");
    reports.forEach(this::findings);
    new HtmlMatrix(reports, html).write();
    reports.forEach(this::properties);
    html.append(
            "<footer>Made by the mcp4j conformance suite. Each sentence is the suite's own; the link")
        .append(" beside it leads to the text that counts.</footer>\n</main>\n<script>\n")
        .append(resource("report.js"))
        .append("</script></body></html>\n");
  }

  private void summary(Report report) {
    var result = report.result();
    html.append("<p class=\"facts\">")
        .append("<b>")
        .append(escape(report.target()))
        .append("</b> · revision <b>")
        .append(report.revision())
        .append("</b> · ")
        .append(result.suite().role().text())
        .append(" over ")
        .append(result.profile().transport().name().toLowerCase(Locale.ROOT))
        .append(" · ")
        .append(report.begin().toString(), 0, 16)
        .append("Z · seed ")
        .append(result.options().seed())
        .append(String.format(Locale.ROOT, " · %.1f s", result.millis() / 1000.0))
        .append("</p>\n");
    result
        .aborted()
        .ifPresent(
            reason ->
                html.append("<p><span class=\"tag violated\">aborted</span> ")
                    .append(escape(reason))
                    .append("</p>\n"));
    long must = report.all(Status.VIOLATED).stream().filter(Report::isMust).count();
    html.append("<div class=\"cards\">");
    card("met", report.all(Status.MET).size(), "requirements met");
    card(must > 0 ? "violated" : "met", must, "MUST violated");
    long should = report.all(Status.VIOLATED).size() - must;
    card(should > 0 ? "unstable" : "met", should, "SHOULD violated");
    card(
        report.all(Status.UNSTABLE).isEmpty() ? "" : "unstable",
        report.all(Status.UNSTABLE).size(),
        "seen once only");
    card("", report.all(Status.NOT_EXERCISED).size(), "not exercised");
    card("", report.all(Status.UNSEEN).size() + report.all(Status.OPEN).size(), "not checked");
    html.append("</div>\n");
    bar(report);
  }

  private void card(String kind, long number, String text) {
    html.append("<div class=\"card ")
        .append(kind)
        .append("\"><div class=\"n\">")
        .append(number)
        .append("</div><div class=\"t\">")
        .append(text)
        .append("</div></div>");
  }

  private void bar(Report report) {
    long must = report.all(Status.VIOLATED).stream().filter(Report::isMust).count();
    long should = report.all(Status.VIOLATED).size() - must + report.all(Status.UNSTABLE).size();
    long met = report.all(Status.MET).size();
    long idle = report.all(Status.NOT_EXERCISED).size();
    long all = Math.max(1, met + must + should + idle);
    html.append("<div class=\"bar\">");
    share("met", met, all);
    share("violated", must, all);
    share("unstable", should, all);
    share("not-exercised", idle, all);
    html.append("</div><div class=\"legend\"><i class=\"met\"></i>met")
        .append("<i class=\"violated\"></i>MUST violated")
        .append("<i class=\"unstable\"></i>SHOULD violated, or seen once only")
        .append("<i class=\"not-exercised\"></i>not exercised</div>\n");
  }

  private void share(String kind, long number, long all) {
    html.append("<span class=\"")
        .append(kind)
        .append("\" style=\"width:")
        .append(String.format(Locale.ROOT, "%.2f", number * 100.0 / all))
        .append("%\"></span>");
  }

  private void findings(Report report) {
    html.append("<h2>Findings");
    if (reports.size() > 1) {
      html.append(" at ").append(report.revision());
    }
    html.append("</h2>\n");
    if (report.findings().isEmpty()) {
      html.append("<p class=\"none\">None.</p>\n");
    }
    report.findings().forEach(verdict -> finding(report, verdict));
  }

  private void finding(Report report, Verdict verdict) {
    Requirement requirement = verdict.requirement();
    Finding finding = verdict.finding().orElseThrow();
    String kind = Report.isMust(verdict) ? "" : " should";
    html.append("<article class=\"finding ")
        .append(key(verdict.status()))
        .append(kind)
        .append("\" id=\"")
        .append(anchor(report, requirement))
        .append("\"><h3><code>")
        .append(escape(requirement.id()))
        .append("</code> <span class=\"tag level\">")
        .append(requirement.level())
        .append("</span> <span class=\"tag ")
        .append(colour(verdict))
        .append("\">")
        .append(verdict.status().text())
        .append("</span></h3>\n<p>")
        .append(escape(requirement.sentence()))
        .append(" ")
        .append(link(report, requirement))
        .append("</p>\n<dl>");
    item("expected", finding.expected());
    item("but got", finding.actual());
    if (!finding.sample().isEmpty()) {
      item("with", finding.sample());
    }
    item(
        "seen",
        "%d of %d times, in %s".formatted(finding.seen(), finding.tried(), finding.property()));
    html.append("</dl>\n");
    wire(finding.transcript());
    List<String> commands = finding.transcript().commands();
    if (!commands.isEmpty()) {
      html.append("<details><summary>curl</summary><pre>")
          .append(escape(String.join("\n\n", commands)))
          .append("</pre></details>\n");
    }
    html.append("<details><summary>run it again</summary><pre>")
        .append(escape(report.reproduce(verdict)))
        .append("</pre></details></article>\n");
  }

  private void item(String name, String value) {
    html.append("<dt>")
        .append(name)
        .append("</dt><dd><code>")
        .append(escape(value))
        .append("</code></dd>");
  }

  private void wire(Transcript transcript) {
    html.append("<pre class=\"wire\">");
    transcript
        .text()
        .lines()
        .forEach(
            line -> {
              String mark = line.replaceFirst("^[0-9]+ ", "");
              String kind = mark.startsWith(">") ? "s" : mark.startsWith("<") ? "r" : "n";
              html.append("<span class=\"")
                  .append(kind)
                  .append("\">")
                  .append(escape(line))
                  .append("\n</span>");
            });
    html.append("</pre>\n");
  }

  private void properties(Report report) {
    html.append("<h2>Properties");
    if (reports.size() > 1) {
      html.append(" at ").append(report.revision());
    }
    html.append("</h2>\n<section class=\"page\"><table>");
    html.append(
        "<tr class=\"head\"><th>property</th><th>outcome</th><th>tries</th><th>time</th></tr>");
    for (Outcome outcome : report.result().outcomes()) {
      String kind =
          switch (outcome.status()) {
            case HELD -> "met";
            case FAILED -> "violated";
            case SKIPPED -> "not-exercised";
            case BROKEN -> "unstable";
          };
      html.append("<tr><td><code>").append(escape(outcome.property())).append("</code>");
      outcome
          .reason()
          .ifPresent(
              reason ->
                  html.append("<span class=\"why\">").append(escape(reason)).append("</span>"));
      html.append("</td><td class=\"cell\"><span class=\"tag ")
          .append(kind)
          .append("\">")
          .append(outcome.status().name().toLowerCase(Locale.ROOT))
          .append("</span></td><td>")
          .append(outcome.tries())
          .append("</td><td>")
          .append(outcome.millis())
          .append(" ms</td></tr>\n");
    }
    html.append("</table></section>\n");
  }

  static String link(Report report, Requirement requirement) {
    String place = requirement.page().replaceAll("\\.mdx?$", "");
    String section = requirement.section().isEmpty() ? "" : ", " + requirement.section();
    return "<a href=\""
        + escape(SpecificationLinks.to(requirement, report.revision()))
        + "\">"
        + escape(place + section)
        + "</a>";
  }

  static String anchor(Report report, Requirement requirement) {
    return report.revision() + "-" + requirement.id();
  }

  static String key(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Violations of SHOULD are not as red as the others. */
  static String colour(Verdict verdict) {
    boolean mild = verdict.status() == Status.VIOLATED && !Report.isMust(verdict);
    return mild ? "unstable" : key(verdict.status());
  }

  static String escape(String text) {
    return JUnitReport.escape(text);
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
