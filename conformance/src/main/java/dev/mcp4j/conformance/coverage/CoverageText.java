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
import dev.mcp4j.conformance.catalogue.Unseen;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the coverage of everything as a page of Markdown. */
public final class CoverageText {
  private final StringBuilder text = new StringBuilder();

  private CoverageText() {}

  /**
   * Writes the page.
   *
   * @return its text
   */
  public static String page() {
    CoverageText page = new CoverageText();
    page.text.append(
        """
        # Coverage

        What the specification demands, and what of it the suite checks. Generated from the catalogue and the properties by
        `CoverageTest`; `mvn test -pl conformance -am -Dconformance.update=true` writes it anew.

        """);
    page.summary();
    for (Revision revision : Revision.values()) {
      page.revision(revision);
    }
    return page.text.toString();
  }

  /**
   * Writes the summary alone.
   *
   * @return a table in Markdown
   */
  public static String table() {
    CoverageText page = new CoverageText();
    page.summary();
    return page.text.toString();
  }

  private void summary() {
    text.append("| revision | role | level | demanded | checkable from outside | checked | |\n");
    text.append("|---|---|---|---:|---:|---:|---:|\n");
    for (Revision revision : Revision.values()) {
      for (Role role : Role.values()) {
        Coverage coverage = Coverage.of(revision, role);
        row(revision, role, "MUST", coverage, Level::isMust);
        row(revision, role, "SHOULD", coverage, level -> !level.isMust());
      }
    }
    text.append('\n');
  }

  private void row(
      Revision revision, Role role, String name, Coverage coverage, Predicate<Level> levels) {
    Coverage.Count count = coverage.count(levels);
    text.append(
        "| %s | %s | %s | %d | %d | %d | %d %% |\n"
            .formatted(
                revision,
                role.text(),
                name,
                count.all(),
                count.checkable(),
                count.checked(),
                count.percent()));
  }

  private void revision(Revision revision) {
    text.append("## Revision ").append(revision).append("\n\n");
    List<Coverage> coverages =
        List.of(Coverage.of(revision, Role.SERVER), Coverage.of(revision, Role.CLIENT));
    Catalogue catalogue = Catalogue.of(revision);
    for (Catalogue.Page page : catalogue.pages()) {
      if (page.waitsFor().isEmpty()) {
        page(catalogue, page, coverages);
      }
    }
    text.append("### Pages without entries\n\n");
    for (Catalogue.Page page : catalogue.pages()) {
      page.waitsFor()
          .ifPresent(
              reason ->
                  text.append("- `").append(page.path()).append("`: ").append(reason).append('\n'));
    }
    text.append('\n');
  }

  private void page(Catalogue catalogue, Catalogue.Page page, List<Coverage> coverages) {
    text.append("### ").append(page.title()).append(" (`").append(page.path()).append("`)\n\n");
    text.append("| requirement | level | demanded | server | client |\n|---|---|---|---|---|\n");
    for (Requirement requirement : catalogue.requirements()) {
      if (requirement.page().equals(page.path())) {
        text.append(
            "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                    requirement.id(),
                    requirement.level(),
                    requirement.sentence().replace("|", "\\|"),
                    cell(requirement, coverages.get(0)),
                    cell(requirement, coverages.get(1))));
      }
    }
    text.append('\n');
  }

  private static String cell(Requirement requirement, Coverage coverage) {
    Role role = coverage.role();
    if (!requirement.roles().contains(role)) {
      return "";
    }
    if (requirement.unseen(role).isPresent()) {
      return "*" + requirement.unseen(role).map(Unseen::text).orElseThrow() + "*";
    }
    List<String> names = coverage.checks(requirement.id());
    return names.isEmpty()
        ? "**open**"
        : names.stream().map(CoverageText::shown).collect(Collectors.joining(", "));
  }

  private static String shown(String name) {
    return name.equals(Coverage.OBSERVER) ? name : "`" + name + "`";
  }
}
