/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirements of one revision, in the order of the specification. Immutable. */
public final class Catalogue {
  /**
   * A key word that demands nothing of a peer.
   *
   * @param keyWord the key word, as it is written
   * @param place where it is
   * @param reason why it is no requirement
   */
  public record Skipped(String keyWord, Place place, String reason) {}

  /**
   * A page of the specification.
   *
   * @param path its file, for example {@code basic/index.mdx}
   * @param title its title
   * @param waitsFor why the page has no requirements here, empty if it has
   */
  public record Page(String path, String title, Optional<String> waitsFor) {}

  private final Revision revision;
  private final List<Page> pages;
  private final Map<String, Requirement> requirements;
  private final List<Skipped> skipped;

  Catalogue(
      Revision revision,
      List<Page> pages,
      Map<String, Requirement> requirements,
      List<Skipped> skipped) {
    this.revision = revision;
    this.pages = List.copyOf(pages);
    this.requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Reads the catalogue of a revision. Blocks for a moment.
   *
   * @param revision the revision
   * @return the catalogue
   */
  public static Catalogue of(Revision revision) {
    return CatalogueLoader.load(revision);
  }

  /**
   * Returns the revision.
   *
   * @return the revision
   */
  public Revision revision() {
    return revision;
  }

  /**
   * Returns all pages of the specification.
   *
   * @return the pages in order
   */
  public List<Page> pages() {
    return pages;
  }

  /**
   * Returns all requirements.
   *
   * @return the requirements in order
   */
  public Collection<Requirement> requirements() {
    return requirements.values();
  }

  /**
   * Finds a requirement.
   *
   * @param id its id
   * @return the requirement, empty if this revision does not have it
   */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  /**
   * Returns the key words that demand nothing.
   *
   * @return the key words in order
   */
  public List<Skipped> skipped() {
    return skipped;
  }
}
