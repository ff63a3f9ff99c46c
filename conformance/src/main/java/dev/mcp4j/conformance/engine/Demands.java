/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.catalogue.Catalogue;
import dev.mcp4j.conformance.catalogue.Requirement;
import dev.mcp4j.conformance.catalogue.Revision;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which requirements are of one revision only, since properties may serve several. */
public final class Demands {
  private static final Map<Revision, Set<String>> IDS = new ConcurrentHashMap<>();

  private Demands() {}

  /**
   * Tells whether a requirement is none of a revision, though another one has it.
   *
   * @param revision the revision
   * @param requirement the id of the requirement
   * @return false also for ids that no revision has
   */
  public static boolean isForeign(Revision revision, String requirement) {
    return !ids(revision).contains(requirement)
        && Stream.of(Revision.values()).anyMatch(other -> ids(other).contains(requirement));
  }

  private static Set<String> ids(Revision revision) {
    return IDS.computeIfAbsent(
        revision,
        key ->
            Catalogue.of(key).requirements().stream()
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet()));
  }
}
