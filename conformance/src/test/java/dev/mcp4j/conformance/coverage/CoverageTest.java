/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.catalogue.Level;
import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void pageOfCoverageIsUpToDate() throws IOException {
    Path file = Path.of("COVERAGE.md");
    String page = CoverageText.page();
    if (Boolean.getBoolean("conformance.update")) {
      Files.writeString(file, page);
    }
    System.out.println(CoverageText.table());
    assertThat(Files.readString(file))
        .as("COVERAGE.md, which -Dconformance.update=true writes anew")
        .isEqualTo(page);
  }

  @Test
  void mostOfWhatServersMustDoIsChecked() {
    Coverage.Count count = Coverage.of(Revision.V2026_07_28, Role.SERVER).count(Level::isMust);
    assertThat(count.percent()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void mostOfWhatClientsMustDoIsChecked() {
    Coverage.Count count = Coverage.of(Revision.V2026_07_28, Role.CLIENT).count(Level::isMust);
    assertThat(count.percent()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void mostOfWhatOlderClientsMustDoIsChecked() {
    Coverage.Count count = Coverage.of(Revision.V2025_11_25, Role.CLIENT).count(Level::isMust);
    assertThat(count.percent()).isGreaterThanOrEqualTo(75);
  }

  @Test
  void mostOfWhatServersOfTheLastRevisionWithAHandshakeMustDoIsChecked() {
    Coverage.Count count = Coverage.of(Revision.V2025_11_25, Role.SERVER).count(Level::isMust);
    assertThat(count.percent()).isGreaterThanOrEqualTo(90);
  }

  @Test
  void namesOfPropertiesAreUniqueAndEachChecksSomething() {
    Set<String> names = new HashSet<>();
    for (Suite suite : Suites.all()) {
      for (PropertyCase property : suite.properties()) {
        assertThat(names.add(suite.revision() + " " + suite.role() + property.name()))
            .as(property.name())
            .isTrue();
        assertThat(property.checks()).as(property.name()).isNotEmpty();
      }
    }
  }
}
