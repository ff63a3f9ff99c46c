/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.engine.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A report in the XML form of JUnit, with a test case for each requirement. */
public final class JUnitReport {
  private JUnitReport() {}

  /**
   * Writes reports.
   *
   * @param reports the runs against one peer
   * @param failing tells which findings count as failures; the others count as skipped
   * @return the text, with a suite for each run
   */
  public static String write(List<Report> reports, Predicate<Verdict> failing) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    if (reports.size() == 1) {
      suite(reports.get(0), failing, xml);
    } else {
      xml.append("<testsuites>\n");
      reports.forEach(report -> suite(report, failing, xml));
      xml.append("</testsuites>\n");
    }
    return xml.toString();
  }

  private static void suite(Report report, Predicate<Verdict> failing, StringBuilder xml) {
    List<Verdict> cases =
        report.verdicts().stream()
            .filter(v -> v.status() != Status.UNSEEN && v.status() != Status.OPEN)
            .toList();
    long failures = cases.stream().filter(failing).count();
    long skipped = cases.stream().filter(v -> !failing.test(v) && v.status() != Status.MET).count();
    xml.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"MCP %s %s\" tests=\"%d\" failures=\"%d\" errors=\"0\""
                + " skipped=\"%d\" time=\"%.3f\" timestamp=\"%s\">\n",
            report.revision(),
            report.result().suite().role().text(),
            cases.size(),
            failures,
            skipped,
            report.result().millis() / 1000.0,
            report.begin()));
    cases.forEach(verdict -> testCase(report, verdict, failing.test(verdict), xml));
    xml.append("</testsuite>\n");
  }

  private static void testCase(Report report, Verdict verdict, boolean failing, StringBuilder xml) {
    String page = verdict.requirement().page().replaceAll("\\.(mdx?|json)$", "").replace('/', '.');
    xml.append("  <testcase classname=\"")
        .append(escape(report.revision() + "." + page))
        .append("\" name=\"")
        .append(escape(verdict.requirement().id()))
        .append("\"");
    if (verdict.status() == Status.MET) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    String text = verdict.finding().map(finding -> text(report, verdict, finding)).orElse("");
    if (failing) {
      String message = verdict.requirement().level() + ": " + verdict.requirement().sentence();
      xml.append("    <failure type=\"")
          .append(escape(verdict.requirement().level().keyWord()))
          .append("\" message=\"")
          .append(escape(message))
          .append("\">")
          .append(escape(text))
          .append("</failure>\n");
    } else {
      String reason = verdict.isFinding() ? verdict.status().text() : verdict.reason();
      xml.append("    <skipped message=\"").append(escape(reason)).append("\"/>\n");
      if (!text.isEmpty()) {
        xml.append("    <system-out>").append(escape(text)).append("</system-out>\n");
      }
    }
    xml.append("  </testcase>\n");
  }

  private static String text(Report report, Verdict verdict, Finding finding) {
    return "\nexpected: %s\nbut got:  %s\n\n%s\n%s\n"
        .formatted(
            finding.expected(),
            finding.actual(),
            finding.transcript().text(),
            report.reproduce(verdict));
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> escape(c, escaped));
    return escaped.toString();
  }

  private static void escape(int c, StringBuilder escaped) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      default -> {
        boolean allowed =
            c == '\n'
                || c == '\t'
                || (c >= ' ' && c < 0xd800)
                || (c >= 0xe000 && c < 0xfffe)
                || c >= 0x10000;
        escaped.appendCodePoint(allowed ? c : 0xfffd);
      }
    }
  }
}
