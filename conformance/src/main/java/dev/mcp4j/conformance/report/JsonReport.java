/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON. */
public final class JsonReport {
  private JsonReport() {}

  /**
   * Writes reports.
   *
   * @param reports the runs against one peer, at least one
   * @return the object of the run; of several, an object with the array {@code runs}
   */
  public static String write(List<Report> reports) {
    ObjectNode root = object(reports.get(0));
    if (reports.size() > 1) {
      root = Json.object();
      reports.stream().map(JsonReport::object).forEach(root.putArray("runs")::add);
    }
    return root.toPrettyString() + "\n";
  }

  private static ObjectNode object(Report report) {
    RunResult result = report.result();
    ObjectNode root = Json.object();
    root.put("target", report.target());
    root.put("revision", report.revision().text());
    root.put("role", result.suite().role().text());
    root.put(result.suite().role().text(), result.profile().peerName());
    root.put("transport", result.profile().transport().name().toLowerCase(Locale.ROOT));
    root.put("begin", report.begin().toString());
    root.put("millis", result.millis());
    root.put("seed", result.options().seed());
    root.put("tries", result.options().tries());
    result.aborted().ifPresent(reason -> root.put("aborted", reason));
    ObjectNode summary = root.putObject("summary");
    for (Status status : Status.values()) {
      summary.put(key(status), report.all(status).size());
    }
    var requirements = root.putArray("requirements");
    report.verdicts().forEach(verdict -> requirements.add(verdict(report, verdict)));
    var properties = root.putArray("properties");
    result.outcomes().forEach(outcome -> properties.add(outcome(outcome)));
    return root;
  }

  private static ObjectNode verdict(Report report, Verdict verdict) {
    ObjectNode node = Json.object();
    node.put("id", verdict.requirement().id());
    node.put("level", verdict.requirement().level().keyWord());
    node.put("status", key(verdict.status()));
    node.put("page", verdict.requirement().page());
    node.put("section", verdict.requirement().section());
    node.put("sentence", verdict.requirement().sentence());
    node.put("looks", verdict.looks());
    verdict.properties().forEach(node.withArray("properties")::add);
    if (!verdict.reason().isEmpty()) {
      node.put("reason", verdict.reason());
    }
    verdict.finding().ifPresent(finding -> node.set("finding", finding(report, verdict, finding)));
    return node;
  }

  private static ObjectNode finding(Report report, Verdict verdict, Finding finding) {
    ObjectNode node = Json.object();
    node.put("property", finding.property());
    node.put("expected", finding.expected());
    node.put("actual", finding.actual());
    node.put("sample", finding.sample());
    node.put("seen", finding.seen());
    node.put("tried", finding.tried());
    node.put("transcript", finding.transcript().text());
    finding.transcript().commands().forEach(node.withArray("commands")::add);
    node.put("reproduce", report.reproduce(verdict));
    return node;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode node = Json.object();
    node.put("name", outcome.property());
    node.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
    node.put("tries", outcome.tries());
    node.put("millis", outcome.millis());
    node.put("seed", outcome.seed());
    outcome.reason().ifPresent(reason -> node.put("reason", reason));
    return node;
  }

  private static String key(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
