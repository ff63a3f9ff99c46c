/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.report;

import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.catalogue.Unseen;
import dev.mcp4j.conformance.coverage.Coverage;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.RunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A run as it is reported: a verdict about each requirement.
 *
 * @param target the peer under test, as it was given
 * @param begin when the run began
 * @param result what the run brought
 * @param verdicts the verdicts in the order of the specification
 * @param reproduce the start of the command line that gives the same run again
 */
public record Report(
    String target, Instant begin, RunResult result, List<Verdict> verdicts, String reproduce) {
  /** Copies the verdicts. */
  public Report {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Judges a run.
   *
   * @param target the peer under test, as it was given
   * @param begin when the run began
   * @param result what the run brought
   * @param wanted which requirements to report
   * @param reproduce the start of the command line that gives the same run again
   * @return the report
   */
  public static Report of(
      String target,
      Instant begin,
      RunResult result,
      Predicate<Requirement> wanted,
      String reproduce) {
    Role role = result.suite().role();
    Coverage coverage = Coverage.of(result.suite().revision(), role);
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    result.outcomes().forEach(outcome -> outcomes.put(outcome.property(), outcome));
    List<Verdict> verdicts = new ArrayList<>();
    for (Requirement requirement : coverage.catalogue().requirements()) {
      if (requirement.roles().contains(role) && wanted.test(requirement)) {
        verdicts.add(judge(requirement, role, coverage, result, outcomes));
      }
    }
    return new Report(target, begin, result, verdicts, reproduce);
  }

  private static Verdict judge(
      Requirement requirement,
      Role role,
      Coverage coverage,
      RunResult result,
      Map<String, Outcome> outcomes) {
    String id = requirement.id();
    List<String> properties = coverage.checks(id);
    Optional<Finding> finding =
        result.findings().stream().filter(f -> f.requirement().equals(id)).findFirst();
    int looks = result.evaluated().getOrDefault(id, 0);
    Status status;
    String reason = "";
    if (finding.isPresent()) {
      status = finding.get().isStable() ? Status.VIOLATED : Status.UNSTABLE;
    } else if (requirement.unseen(role).isPresent()) {
      status = Status.UNSEEN;
      reason = requirement.unseen(role).map(Unseen::text).orElse("");
    } else if (properties.isEmpty()) {
      status = Status.OPEN;
    } else if (looks > 0) {
      status = Status.MET;
    } else {
      status = Status.NOT_EXERCISED;
      reason = whyNot(properties, outcomes);
    }
    return new Verdict(requirement, status, looks, properties, reason, finding);
  }

  private static String whyNot(List<String> properties, Map<String, Outcome> outcomes) {
    return properties.stream()
        .map(outcomes::get)
        .filter(outcome -> outcome != null)
        .flatMap(outcome -> outcome.reason().stream())
        .findFirst()
        .orElse("no exchange gave occasion");
  }

  /**
   * Returns the revision.
   *
   * @return the revision that was run
   */
  public Revision revision() {
    return result.suite().revision();
  }

  /**
   * Returns the verdicts of one status.
   *
   * @param status the status
   * @return the verdicts in order
   */
  public List<Verdict> all(Status status) {
    return verdicts.stream().filter(verdict -> verdict.status() == status).toList();
  }

  /**
   * Returns what was seen not to be met, the strongest first.
   *
   * @return the verdicts
   */
  public List<Verdict> findings() {
    List<Verdict> findings = new ArrayList<>();
    verdicts.stream().filter(v -> v.isFinding() && isMust(v)).forEach(findings::add);
    verdicts.stream().filter(v -> v.isFinding() && !isMust(v)).forEach(findings::add);
    return Collections.unmodifiableList(findings);
  }

  /**
   * Returns the command line that runs one property again with the same seed.
   *
   * @param verdict the verdict that names the property
   * @return the command line, empty if nothing was found
   */
  public String reproduce(Verdict verdict) {
    return verdict
        .finding()
        .map(
            finding ->
                reproduce + " --only " + finding.property() + " --seed " + result.options().seed())
        .orElse("");
  }

  static boolean isMust(Verdict verdict) {
    return verdict.requirement().level().isMust();
  }
}
