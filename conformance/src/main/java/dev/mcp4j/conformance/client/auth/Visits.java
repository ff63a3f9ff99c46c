/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the servers of a try were asked, in order. Safe for use by several threads. */
final class Visits {
  private final List<Visit> visits = new ArrayList<>();

  synchronized void add(Visit visit) {
    visits.add(visit);
  }

  synchronized List<Visit> all() {
    return List.copyOf(visits);
  }

  List<Visit> of(Visit.Kind kind) {
    return all().stream().filter(visit -> visit.is(kind)).toList();
  }

  List<Visit> of(Visit.Kind kind, String at) {
    return of(kind).stream().filter(visit -> visit.at().equals(at)).toList();
  }

  /** Paths in order, for people. */
  static String paths(List<Visit> visits) {
    return visits.isEmpty()
        ? "none"
        : visits.stream().map(Visit::path).collect(Collectors.joining(", then "));
  }
}
