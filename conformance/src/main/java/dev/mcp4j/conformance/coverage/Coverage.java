/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.coverage;

import dev.mcp4j.conformance.catalogue.Catalogue;
import dev.mcp4j.conformance.catalogue.Level;
import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the suite of one revision and role checks of what the revision demands of the role. */
public final class Coverage {
  /** What the name of the observer is in lists of checks. */
  public static final String OBSERVER = "every exchange";

  /**
   * A count.
   *
   * @param all how many requirements there are
   * @param checkable how many of them can be checked from outside
   * @param checked how many of those are checked
   */
  public record Count(int all, int checkable, int checked) {
    /**
     * Returns the share of the checkable ones that is checked.
     *
     * @return percent, rounded down
     */
    public int percent() {
      return checkable == 0 ? 100 : checked * 100 / checkable;
    }
  }

  private final Catalogue catalogue;
  private final Role role;
  private final Map<String, List<String>> checks = new TreeMap<>();

  private Coverage(Catalogue catalogue, Role role) {
    this.catalogue = catalogue;
    this.role = role;
  }

  /**
   * Compares a suite with the catalogue.
   *
   * @param revision the revision
   * @param role the role
   * @return the coverage; nothing is checked if there is no suite yet
   * @throws IllegalStateException if the suite checks what the catalogue does not have, or says
   *     cannot be checked
   */
  public static Coverage of(Revision revision, Role role) {
    Coverage coverage = new Coverage(Catalogue.of(revision), role);
    Suites.of(revision, role).ifPresent(coverage::add);
    return coverage;
  }

  private void add(Suite suite) {
    for (PropertyCase property : suite.properties()) {
      property.checks().forEach(id -> add(id, property.name()));
    }
    suite.observed().forEach(id -> add(id, OBSERVER));
  }

  private void add(String id, String name) {
    Optional<Requirement> requirement = catalogue.find(id);
    if (requirement.isEmpty() || !requirement.get().roles().contains(role)) {
      throw new IllegalStateException(
          name + " checks " + id + ", which nobody demands of a " + role.text());
    }
    if (requirement.get().unseen(role).isPresent()) {
      throw new IllegalStateException(name + " checks " + id + ", said not to be checkable");
    }
    checks.computeIfAbsent(id, key -> new ArrayList<>()).add(name);
  }

  /**
   * Returns the catalogue.
   *
   * @return the catalogue of the revision
   */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Returns the role.
   *
   * @return the role of the peers
   */
  public Role role() {
    return role;
  }

  /**
   * Returns what checks a requirement.
   *
   * @param id its id
   * @return names of properties, empty if nothing does
   */
  public List<String> checks(String id) {
    return checks.getOrDefault(id, List.of());
  }

  /**
   * Counts the requirements of the role.
   *
   * @param levels which levels to count
   * @return the count
   */
  public Count count(Predicate<Level> levels) {
    List<Requirement> all =
        catalogue.requirements().stream()
            .filter(requirement -> requirement.roles().contains(role))
            .filter(requirement -> levels.test(requirement.level()))
            .toList();
    List<Requirement> checkable =
        all.stream().filter(requirement -> requirement.checkable(role)).toList();
    long checked = checkable.stream().filter(r -> !checks(r.id()).isEmpty()).count();
    return new Count(all.size(), checkable.size(), (int) checked);
  }
}
