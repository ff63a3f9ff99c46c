/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.server.Caller;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which scopes imply which: whoever may do the more may do the less.
 *
 * <pre>{@code
 * ScopePolicy policy = ScopePolicy.hierarchy(Map.of(
 *     "notes.admin", Set.of("notes.write"),
 *     "notes.write", Set.of("notes.read")));
 * }</pre>
 *
 * <p>Implementations do not block, and are safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/authorization, Step-Up Authorization Flow.
 */
@FunctionalInterface
public interface ScopePolicy {
  /** Every scope implies itself alone. */
  ScopePolicy EXACT = String::equals;

  /**
   * Tells whether a scope implies another one.
   *
   * @param granted a scope a caller has
   * @param required a scope an operation needs
   * @return true if the first is enough; a scope is always enough for itself, whatever this returns
   */
  boolean implies(String granted, String required);

  /**
   * Tells whether scopes are enough.
   *
   * @param granted the scopes a caller has
   * @param required the scopes an operation needs
   * @return true if each of them is granted or implied
   */
  default boolean covers(Set<String> granted, Collection<String> required) {
    return required.stream()
        .allMatch(
            needed ->
                granted.contains(needed) || granted.stream().anyMatch(had -> implies(had, needed)));
  }

  /**
   * Makes a rule for {@code visibleTo}: shows something to callers with these scopes only.
   *
   * @param required the scopes
   * @return true for callers whose scopes are enough
   */
  default Predicate<Caller> grants(String... required) {
    List<String> needed = Scopes.checked(List.of(required));
    return caller -> covers(caller.scopes(), needed);
  }

  /**
   * Makes a policy from a table. What is implied may imply more in turn.
   *
   * @param implied for each scope those it directly implies; copied
   * @return the policy
   */
  static ScopePolicy hierarchy(Map<String, Set<String>> implied) {
    Map<String, Set<String>> closure = new HashMap<>();
    for (String scope : implied.keySet()) {
      Set<String> reached = new HashSet<>();
      Deque<String> open = new ArrayDeque<>(List.of(scope));
      while (!open.isEmpty()) {
        String next = open.pop();
        if (reached.add(next)) {
          open.addAll(implied.getOrDefault(next, Set.of()));
        }
      }
      closure.put(scope, Set.copyOf(reached));
    }
    Map<String, Set<String>> all = Map.copyOf(closure);
    return (granted, required) -> all.getOrDefault(granted, Set.of()).contains(required);
  }
}
