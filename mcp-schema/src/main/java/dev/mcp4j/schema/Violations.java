/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns what the validator found into violations. Of a value that fits no branch of an {@code
 * anyOf} or {@code oneOf} the validator reports every fault in every branch; told is the branch
 * that was meant.
 */
final class Violations {

  private final List<Violation> found = new ArrayList<>();

  private Violations() {}

  static List<Violation> of(List<Error> errors, int limit) {
    if (errors.isEmpty()) {
      return List.of();
    }
    Violations violations = new Violations();
    violations.add(errors.stream().map(Finding::of).toList(), 0);
    return violations.found.stream().distinct().limit(limit).toList();
  }

  /** Adds what was found in one branch; the paths are equal up to where it begins. */
  private void add(List<Finding> findings, int from) {
    Map<Object, List<Finding>> inOrder = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Branching branching = Branching.of(finding, from);
      Object key = branching == null ? finding : branching;
      inOrder.computeIfAbsent(key, k -> new ArrayList<>()).add(finding);
    }
    for (Map.Entry<Object, List<Finding>> entry : inOrder.entrySet()) {
      if (entry.getKey() instanceof Branching branching) {
        addBranching(branching, entry.getValue());
      } else {
        Finding finding = entry.getValue().get(0);
        boolean summary =
            inOrder.keySet().stream()
                .anyMatch(k -> k instanceof Branching b && b.isSummary(finding));
        if (!summary) {
          found.add(finding.violation());
        }
      }
    }
  }

  private void addBranching(Branching branching, List<Finding> findings) {
    Map<Object, List<Finding>> branches = new LinkedHashMap<>();
    for (Finding finding : findings) {
      branches.computeIfAbsent(branching.branch(finding), k -> new ArrayList<>()).add(finding);
    }
    List<List<Finding>> meant = new ArrayList<>();
    List<Finding> wrongTypes = new ArrayList<>();
    List<Finding> wrongTags = new ArrayList<>();
    for (List<Finding> branch : branches.values()) {
      Optional<Finding> type = first(branch, branching::isWrongType);
      Optional<Finding> tag = first(branch, branching::isWrongTag);
      if (type.isPresent()) {
        wrongTypes.add(type.get());
      } else if (tag.isPresent()) {
        wrongTags.add(tag.get());
      } else {
        meant.add(branch);
      }
    }
    if (meant.size() == 1) {
      add(meant.get(0), branching.inner());
    } else {
      Finding any = findings.get(0);
      int deeper = any.place().size() - branching.place().size();
      found.add(refusal(any.pointer(deeper), branches.size(), meant, wrongTags, wrongTypes));
    }
  }

  /** What to say when no branch, or more than one, was meant. */
  private static Violation refusal(
      String place,
      int branches,
      List<List<Finding>> meant,
      List<Finding> wrongTags,
      List<Finding> wrongTypes) {
    long tags = wrongTags.stream().map(Finding::place).distinct().count();
    if (!meant.isEmpty() || tags > 1) {
      String text = "matches none of the " + branches + " alternatives";
      return new Violation(place, "anyOf", text);
    }
    if (tags == 1) {
      return new Violation(wrongTags.get(0).pointer(0), "const", ViolationText.wrongTag(wrongTags));
    }
    return new Violation(place, "type", ViolationText.wrongType(wrongTypes));
  }

  private static Optional<Finding> first(List<Finding> findings, Predicate<Finding> condition) {
    return findings.stream().filter(condition).findFirst();
  }
}
