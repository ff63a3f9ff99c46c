/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of an {@code anyOf} or {@code oneOf}, as findings within it tell of it.
 *
 * @param path the way to the keyword through the schema, the keyword included
 * @param place the way to the value it was evaluated for
 */
record Branching(List<Object> path, List<Object> place) {

  private static final Set<Object> NAMED_PARTS = Set.of("properties", "patternProperties");
  private static final Set<Object> NAMED = Set.of("dependentSchemas", "dependencies");
  private static final Set<Object> PARTS =
      Set.of(
          "items",
          "prefixItems",
          "additionalItems",
          "additionalProperties",
          "unevaluatedItems",
          "unevaluatedProperties");

  /** The outermost branching a finding lies in, at or after a step of its path; null if none. */
  static @Nullable Branching of(Finding finding, int from) {
    List<Object> path = finding.path();
    for (int i = from; i + 1 < path.size(); i++) {
      Object step = path.get(i);
      boolean branches = step.equals("anyOf") || step.equals("oneOf");
      // A property of that name is followed by a keyword, never by a number.
      if (branches && path.get(i + 1) instanceof Number) {
        List<Object> place = finding.place();
        int length = place.size() - parts(path, i + 2);
        return new Branching(path.subList(0, i + 1), place.subList(0, length));
      }
    }
    return null;
  }

  /** Where the path within a branch begins. */
  int inner() {
    return path.size() + 1;
  }

  Object branch(Finding finding) {
    return finding.path().get(path.size());
  }

  /** Whether a finding in a branch rejects the very type of the value. */
  boolean isWrongType(Finding finding) {
    return finding.is("type") && finding.place().equals(place);
  }

  /** Whether a finding in a branch rejects the member that tells the branches apart. */
  boolean isWrongTag(Finding finding) {
    return finding.is("const")
        && finding.path().size() == inner() + 3
        && finding.path().get(inner()).equals("properties");
  }

  /** Whether a finding says of this branching only that no branch fits. */
  boolean isSummary(Finding finding) {
    return finding.path().equals(path) && finding.place().equals(place);
  }

  /** How many steps into the value a path takes from a position on, its last keyword aside. */
  private static int parts(List<Object> path, int from) {
    int parts = 0;
    for (int i = from; i < path.size() - 1; i++) {
      Object step = path.get(i);
      if (NAMED_PARTS.contains(step)) {
        parts++;
        i++;
      } else if (PARTS.contains(step)) {
        parts++;
      } else if (NAMED.contains(step)) {
        i++;
      }
    }
    return parts;
  }
}
