/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
  @ParameterizedTest
  @EnumSource
  void everyKeyWordOfThePagesIsAccountedForAndNoOther(Revision revision) {
    SpecificationText specification = specification(revision);
    Catalogue catalogue = Catalogue.of(revision);
    for (Catalogue.Page page : catalogue.pages()) {
      if (page.waitsFor().isEmpty()) {
        List<String> there = sorted(specification.keyWords(page.path()));
        List<String> claimed = claims(catalogue, page.path());
        assertThat(without(there, claimed))
            .as("key words of %s %s that no requirement names", revision, page.path())
            .isEmpty();
        assertThat(new TreeSet<>(claimed))
            .as("places of key words in %s %s", revision, page.path())
            .isSubsetOf(new TreeSet<>(there));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsDescribedOrLeftOutForAReason(Revision revision) throws IOException {
    SpecificationText specification = specification(revision);
    List<String> named =
        Catalogue.of(revision).pages().stream().map(Catalogue.Page::path).sorted().toList();
    Set<String> there = new TreeSet<>(specification.pages());
    there.add("schema.json");
    for (String page : named) {
      if (page.startsWith("extensions/")) {
        there.addAll(specification.siblings(page));
      }
    }
    assertThat(named).isEqualTo(List.copyOf(there));
  }

  @ParameterizedTest
  @EnumSource
  void sectionsAreHeadingsOfTheirPages(Revision revision) {
    SpecificationText specification = specification(revision);
    for (Requirement requirement : Catalogue.of(revision).requirements()) {
      if (!requirement.page().endsWith(".json")) {
        int line = Integer.parseInt(requirement.places().get(0).where());
        assertThat(requirement.section())
            .as(requirement.id())
            .isEqualTo(specification.heading(requirement.page(), line));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void placesInTheSchemaAreDefinitions(Revision revision) {
    Set<String> definitions = specification(revision).definitions();
    for (Requirement requirement : Catalogue.of(revision).requirements()) {
      for (Place place : requirement.places()) {
        if (place.page().equals("schema.json")) {
          assertThat(definitions).contains(place.where().replaceAll("\\..*", ""));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sentencesAreSentencesOfOurOwn(Revision revision) {
    for (Requirement requirement : Catalogue.of(revision).requirements()) {
      assertThat(requirement.sentence())
          .as(requirement.id())
          .endsWith(".")
          .matches("(\\p{Lu}|ttlMs|cacheScope|traceparent).*")
          .doesNotContainPattern("\\b(MUST|SHOULD|SHALL|REQUIRED|RECOMMENDED)\\b");
    }
  }

  @Test
  void requirementsThatAreTheSameHaveTheSameId() {
    Catalogue older = Catalogue.of(Revision.V2025_11_25);
    Catalogue newer = Catalogue.of(Revision.V2026_07_28);
    long shared = older.requirements().stream().filter(r -> newer.find(r.id()).isPresent()).count();
    assertThat(shared).isGreaterThan(150);
  }

  private static List<String> claims(Catalogue catalogue, String page) {
    List<String> claims = new ArrayList<>();
    for (Requirement requirement : catalogue.requirements()) {
      requirement.places().forEach(place -> claim(place, page, claims));
    }
    catalogue.skipped().forEach(skipped -> claim(skipped.place(), page, claims));
    return sorted(claims);
  }

  private static void claim(Place place, String page, List<String> claims) {
    if (place.page().equals(page)) {
      claims.addAll(Collections.nCopies(place.times(), place.where() + " " + place.keyWord()));
    }
  }

  private static List<String> without(List<String> all, List<String> some) {
    List<String> rest = new ArrayList<>(all);
    some.forEach(rest::remove);
    return rest;
  }

  private static List<String> sorted(List<String> all) {
    return all.stream().sorted().toList();
  }

  private static SpecificationText specification(Revision revision) {
    var specification = SpecificationText.of(revision);
    assumeTrue(specification.isPresent(), "no copy of the specification beside the project");
    return specification.orElseThrow();
  }
}
