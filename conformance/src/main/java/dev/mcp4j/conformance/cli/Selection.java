/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Level;
import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.engine.Suite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a suite is to be run and reported. Names of properties begin in upper case, ids of
 * requirements do not.
 */
final class Selection {
  private final List<String> names;
  private final boolean mustOnly;

  Selection(List<String> names, boolean mustOnly) {
    this.names = List.copyOf(names);
    this.mustOnly = mustOnly;
  }

  /** The properties to run. */
  List<PropertyCase> of(Suite suite) {
    List<PropertyCase> all = suite.properties();
    List<PropertyCase> selected =
        all.stream().filter(this::isNamed).filter(p -> isStrongEnough(p, suite)).toList();
    if (!selected.isEmpty()) {
      return selected;
    }
    if (suite.observed().stream().anyMatch(this::isNamed)) {
      // What every exchange is looked at for needs exchanges.
      return all;
    }
    throw new Impossible("nothing has a name that begins with " + String.join(" or ", names));
  }

  /** Whether a requirement is to be reported, after properties were run. */
  boolean reports(Requirement requirement, List<PropertyCase> run, RunResult result) {
    if (mustOnly && !requirement.level().isMust()) {
      return false;
    }
    if (names.isEmpty() || isNamed(requirement.id())) {
      return true;
    }
    Set<String> touched = new HashSet<>(result.evaluated().keySet());
    run.forEach(property -> touched.addAll(property.checks()));
    return names.stream().anyMatch(name -> Character.isUpperCase(name.charAt(0)))
        && touched.contains(requirement.id());
  }

  private boolean isNamed(PropertyCase property) {
    return names.isEmpty()
        || isNamed(property.name())
        || property.checks().stream().anyMatch(this::isNamed);
  }

  private boolean isNamed(String text) {
    return names.stream().anyMatch(text::startsWith);
  }

  private boolean isStrongEnough(PropertyCase property, Suite suite) {
    return !mustOnly
        || property.checks().stream()
            .flatMap(id -> suite.catalogue().find(id).stream())
            .map(Requirement::level)
            .anyMatch(Level::isMust);
  }
}
