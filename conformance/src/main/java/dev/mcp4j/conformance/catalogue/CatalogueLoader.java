/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the texts of a revision's catalogue among the resources and puts them together. */
final class CatalogueLoader {
  private final Revision revision;
  private final List<Catalogue.Page> pages = new ArrayList<>();
  private final Map<String, Requirement> requirements = new LinkedHashMap<>();
  private final List<Catalogue.Skipped> skipped = new ArrayList<>();
  private final List<PageReader.Repeat> repeats = new ArrayList<>();

  private CatalogueLoader(Revision revision) {
    this.revision = revision;
  }

  static Catalogue load(Revision revision) {
    Optional<Catalogue> base =
        revision == Revision.V2026_07_28
            ? Optional.empty()
            : Optional.of(load(Revision.V2026_07_28));
    return new CatalogueLoader(revision).load(base);
  }

  private Catalogue load(Optional<Catalogue> base) {
    for (String line : lines("pages.txt")) {
      String[] words = line.split(" ", 2);
      String[] fields = words[1].split(" \\| ", 2);
      if (words[0].equals("page")) {
        page(fields[0], fields[1], base);
      } else {
        pages.add(new Catalogue.Page(fields[0], fields[0], Optional.of(fields[1])));
      }
    }
    repeats.forEach(this::restate);
    return new Catalogue(revision, pages, requirements, skipped);
  }

  private void page(String path, String file, Optional<Catalogue> base) {
    PageReader reader = new PageReader(file, base);
    reader.read(lines(file));
    if (!reader.path().equals(path)) {
      throw new IllegalStateException(path + " is described as " + reader.path());
    }
    for (Requirement requirement : reader.requirements()) {
      if (requirements.put(requirement.id(), requirement) != null) {
        throw new IllegalStateException(requirement.id() + " is there twice");
      }
    }
    skipped.addAll(reader.skipped());
    repeats.addAll(reader.repeats());
    pages.add(new Catalogue.Page(path, reader.title(), Optional.empty()));
  }

  private void restate(PageReader.Repeat repeat) {
    Requirement known = requirements.get(repeat.id());
    if (known == null) {
      throw new IllegalStateException(repeat.place() + " repeats " + repeat.id() + ", not known");
    }
    List<Place> places = new ArrayList<>(known.places());
    places.add(repeat.place());
    requirements.put(
        known.id(),
        new Requirement(
            known.id(),
            known.level(),
            known.roles(),
            known.section(),
            known.sentence(),
            places,
            known.unseen()));
  }

  private List<String> lines(String name) {
    String path = revision.text() + "/" + name;
    try (InputStream in = CatalogueLoader.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("there is no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
