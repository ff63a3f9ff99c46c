/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.coverage.Suites;
import dev.mcp4j.conformance.engine.Suite;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The revisions that there are, by the names that users give them. */
final class Revisions {
  private static final String ALL = "ALL";

  private Revisions() {}

  /** Whether every revision is meant. */
  static boolean areAll(List<String> names) {
    return names.stream().anyMatch(ALL::equalsIgnoreCase);
  }

  /** The suites of the revisions that are named, each once, or of the newest. */
  static List<Suite> suites(List<String> names, Role role) {
    List<Revision> wanted =
        areAll(names)
            ? List.of(Revision.values())
            : names.isEmpty()
                ? List.of(Revision.V2026_07_28)
                : names.stream().map(Revisions::named).distinct().toList();
    return wanted.stream().flatMap(revision -> Suites.of(revision, role).stream()).toList();
  }

  /** The revision of that name. */
  static Revision named(String name) {
    return Revision.of(name)
        .orElseThrow(
            () -> new Impossible("there is no revision " + name + " here; there are " + known()));
  }

  private static String known() {
    return Arrays.stream(Revision.values()).map(Revision::text).collect(Collectors.joining(", "));
  }
}
