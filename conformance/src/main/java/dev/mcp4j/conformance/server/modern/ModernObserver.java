/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Observer;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at every reply of a server for what must hold in all of them. */
final class ModernObserver implements Observer {
  /** One group of things that must always hold. */
  interface Rule {
    /** Reports what the rule has to say about a reply. */
    void look(Trial trial, Reply reply);

    /** The requirements that the rule checks. */
    Set<String> checks();
  }

  private static final List<Rule> RULES =
      List.of(
          new EnvelopeRule(),
          new ErrorRule(),
          new ResultRule(),
          new InputRequestRule(),
          new NotificationRule(),
          new HttpRule());

  @Override
  public void look(Trial trial, Reply reply) {
    RULES.forEach(rule -> rule.look(trial, reply));
  }

  static Set<String> checks() {
    Set<String> checks = new TreeSet<>();
    RULES.forEach(rule -> checks.addAll(rule.checks()));
    return checks;
  }
}
