/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcp4j.server.Caller;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B6: a broader scope implies narrower ones. */
class ScopePolicyTest {
  private static final List<String> SCOPES = List.of("a", "b", "c", "d", "e");

  @Provide
  Arbitrary<Map<String, Set<String>>> tables() {
    Arbitrary<String> scope = Arbitraries.of(SCOPES);
    return Arbitraries.maps(scope, scope.set().ofMaxSize(3)).ofMaxSize(5);
  }

  @Property(tries = 200)
  void b6ImplicationIsReachability(
      @ForAll("tables") Map<String, Set<String>> table,
      @ForAll("scopes") String from,
      @ForAll("scopes") String to) {
    Set<String> reached = new HashSet<>(Set.of(from));
    boolean grew = true;
    while (grew) {
      Set<String> next = new HashSet<>(reached);
      reached.forEach(scope -> next.addAll(table.getOrDefault(scope, Set.of())));
      grew = reached.addAll(next);
    }

    assertThat(ScopePolicy.hierarchy(table).covers(Set.of(from), List.of(to)))
        .isEqualTo(reached.contains(to));
  }

  @Provide
  Arbitrary<String> scopes() {
    return Arbitraries.of(SCOPES);
  }

  @Test
  void b6NothingIsEnoughForNothingOnly() {
    assertThat(ScopePolicy.EXACT.covers(Set.of(), List.of())).isTrue();
    assertThat(ScopePolicy.EXACT.covers(Set.of(), List.of("a"))).isFalse();
  }

  @Test
  void scopeIsEnoughForItselfWhateverThePolicySays() {
    ScopePolicy never = (granted, required) -> false;

    assertThat(never.covers(Set.of("a"), List.of("a"))).isTrue();
  }

  @Test
  void tableIsCopied() {
    Map<String, Set<String>> table = new HashMap<>(Map.of("a", Set.of("b")));
    ScopePolicy policy = ScopePolicy.hierarchy(table);
    table.clear();

    assertThat(policy.implies("a", "b")).isTrue();
  }

  @Test
  void policyMakesRulesOfVisibility() {
    ScopePolicy policy = ScopePolicy.hierarchy(Map.of("admin", Set.of("read")));

    assertThat(policy.grants("read"))
        .accepts(new Caller("ada", Set.of("admin"), "http"))
        .rejects(new Caller("bob", Set.of("other"), "http"), Caller.anonymous("http"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "\u00e9", "a\nb"})
  void whatIsNoScopeIsRefused(String scope) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InsufficientScopeException(List.of(scope)));
  }
}
