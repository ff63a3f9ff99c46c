/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.engine.Trial;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at everything that the servers of a stage were asked. */
final class AuthRules {
  private static final List<AuthRule> RULES =
      List.of(
          new DiscoveryRule(),
          new ClientIdRule(),
          new ResourceRule(),
          new ProofRule(),
          new TokenRule());

  private AuthRules() {}

  static void look(Trial trial, AuthStage stage) {
    RULES.forEach(rule -> rule.look(trial, stage));
  }

  static Set<String> checks() {
    Set<String> checks = new TreeSet<>();
    RULES.forEach(rule -> checks.addAll(rule.checks()));
    return checks;
  }
}
