/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.wire.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is found, of each requirement the smallest exchange. */
final class Findings {
  private final Map<String, Integer> evaluated = new TreeMap<>();
  private final Map<String, Finding> proven = new TreeMap<>();
  private final Map<String, Finding> observed = new TreeMap<>();

  void evaluated(String requirement) {
    evaluated.merge(requirement, 1, Integer::sum);
  }

  /** Keeps what a property has found and shrunk. */
  void prove(Finding finding) {
    proven.merge(finding.requirement(), finding, Findings::better);
  }

  /** Keeps what was seen on the side, in an exchange that was made for something else. */
  void observe(Violation violation, String property, Transcript transcript) {
    Finding finding =
        new Finding(
            violation.requirement(),
            property,
            violation.expected(),
            violation.actual(),
            "",
            transcript,
            1,
            1);
    observed.merge(finding.requirement(), finding, Findings::sum);
  }

  /** The requirements that were seen not to be met on the side, once only. */
  Set<String> observedOnce() {
    Set<String> once = new TreeSet<>();
    observed.forEach(
        (id, finding) -> {
          if (finding.seen() == 1 && !proven.containsKey(id)) {
            once.add(id);
          }
        });
    return once;
  }

  Map<String, Integer> evaluated() {
    return evaluated;
  }

  List<Finding> all() {
    Map<String, Finding> all = new TreeMap<>();
    observed.forEach((id, finding) -> all.put(id, tried(finding)));
    proven.forEach((id, finding) -> all.merge(id, finding, Findings::better));
    return new ArrayList<>(all.values());
  }

  private Finding tried(Finding finding) {
    int tried = Math.max(1, evaluated.getOrDefault(finding.requirement(), 1));
    return new Finding(
        finding.requirement(),
        finding.property(),
        finding.expected(),
        finding.actual(),
        finding.sample(),
        finding.transcript(),
        finding.seen(),
        tried);
  }

  private static Finding sum(Finding one, Finding other) {
    Finding smaller = one.transcript().size() <= other.transcript().size() ? one : other;
    return new Finding(
        smaller.requirement(),
        smaller.property(),
        smaller.expected(),
        smaller.actual(),
        smaller.sample(),
        smaller.transcript(),
        one.seen() + other.seen(),
        1);
  }

  private static Finding better(Finding one, Finding other) {
    if (one.isStable() != other.isStable()) {
      return one.isStable() ? one : other;
    }
    return one.transcript().size() <= other.transcript().size() ? one : other;
  }
}
