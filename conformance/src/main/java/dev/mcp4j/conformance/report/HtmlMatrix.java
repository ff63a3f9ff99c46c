/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.catalogue.Catalogue;
import dev.mcp4j.conformance.catalogue.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of all requirements, with a column for each revision. */
final class HtmlMatrix {
  private final List<Report> reports;
  private final StringBuilder html;

  HtmlMatrix(List<Report> reports, StringBuilder html) {
    this.reports = reports;
    this.html = html;
  }

  void write() {
    html.append("<h2>Requirements</h2>\n<div class=\"filters\">");
    button("all", "all", true);
    for (Status status : Status.values()) {
      if (reports.stream().anyMatch(report -> !report.all(status).isEmpty())) {
        button(HtmlReport.key(status), status.text(), false);
      }
    }
    html.append("</div>\n");
    Map<String, List<Requirement>> pages = new LinkedHashMap<>();
    Map<String, Requirement> seen = new LinkedHashMap<>();
    for (Report report : reports) {
      for (Verdict verdict : report.verdicts()) {
        Requirement requirement = verdict.requirement();
        if (seen.put(requirement.id(), requirement) == null) {
          pages
              .computeIfAbsent(title(report, requirement), key -> new ArrayList<>())
              .add(requirement);
        }
      }
    }
    pages.forEach(this::page);
  }

  private void button(String status, String text, boolean on) {
    html.append("<button data-status=\"")
        .append(status)
        .append("\"")
        .append(on ? " class=\"on\"" : "")
        .append(">")
        .append(text)
        .append("</button>");
  }

  private void page(String title, List<Requirement> requirements) {
    html.append("<section class=\"page\"><h3>")
        .append(HtmlReport.escape(title))
        .append("<small>")
        .append(requirements.size())
        .append("</small></h3><table>");
    html.append("<tr class=\"head\"><th>requirement</th><th>level</th><th></th>");
    reports.forEach(report -> html.append("<th>").append(report.revision()).append("</th>"));
    html.append("</tr>\n");
    requirements.forEach(this::row);
    html.append("</table></section>\n");
  }

  private void row(Requirement requirement) {
    String statuses =
        reports.stream()
            .flatMap(report -> verdict(report, requirement).stream())
            .map(verdict -> HtmlReport.key(verdict.status()))
            .collect(Collectors.joining(" "));
    html.append("<tr data-status=\"")
        .append(statuses)
        .append("\"><td class=\"id\"><code>")
        .append(HtmlReport.escape(requirement.id()))
        .append("</code></td><td class=\"level\">")
        .append(levels(requirement))
        .append("</td><td>")
        .append(HtmlReport.escape(requirement.sentence()));
    String reasons =
        reports.stream()
            .flatMap(report -> verdict(report, requirement).stream())
            .map(Verdict::reason)
            .filter(reason -> !reason.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    html.append("<span class=\"why\">").append(HtmlReport.escape(reasons)).append("</span></td>");
    for (Report report : reports) {
      html.append("<td class=\"cell\">");
      verdict(report, requirement)
          .ifPresentOrElse(
              verdict -> cell(report, verdict),
              () -> html.append("<span class=\"tag none\">–</span>"));
      html.append("</td>");
    }
    html.append("</tr>\n");
  }

  /** Revisions may demand the same with more or less force. */
  private String levels(Requirement requirement) {
    return reports.stream()
        .flatMap(report -> verdict(report, requirement).stream())
        .map(verdict -> verdict.requirement().level().toString())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void cell(Report report, Verdict verdict) {
    String tag =
        "<span class=\"tag "
            + HtmlReport.colour(verdict)
            + "\">"
            + verdict.status().text()
            + "</span>";
    if (verdict.isFinding()) {
      html.append("<a href=\"#")
          .append(HtmlReport.anchor(report, verdict.requirement()))
          .append("\">")
          .append(tag)
          .append("</a>");
    } else {
      html.append(tag);
    }
  }

  private static Optional<Verdict> verdict(Report report, Requirement requirement) {
    return report.verdicts().stream()
        .filter(verdict -> verdict.requirement().id().equals(requirement.id()))
        .findFirst();
  }

  private static String title(Report report, Requirement requirement) {
    return report.result().suite().catalogue().pages().stream()
        .filter(page -> page.path().equals(requirement.page()))
        .map(Catalogue.Page::title)
        .findFirst()
        .orElse(requirement.page());
  }
}
