/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.LineRule;
import dev.mcp4j.conformance.client.PostRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at every message of a client for what must hold in all of them. */
final class ClientRules implements Stage.Rules {
  private static final List<ClientRule> RULES =
      List.of(
          new MessageRule(),
          new LineRule(),
          new PostRule(),
          new HeaderRule(),
          new MetaRule(),
          new CapabilityRule(),
          new InFlightRule(),
          new RetryRule(),
          new ShapeRule(),
          new TaskRequestRule());

  /** Opens a stage in the care of these rules. */
  static Stage stage(Trial trial) {
    return Stage.of(trial, new ClientRules());
  }

  @Override
  public void look(Trial trial, Stage stage) {
    List<Asked> all = stage.inbox().all();
    RULES.forEach(rule -> rule.look(trial, stage, all));
  }

  static Set<String> checks() {
    Set<String> checks = new TreeSet<>();
    RULES.forEach(rule -> checks.addAll(rule.checks()));
    return checks;
  }

  /**
   * The requests that are subject to the rules of this revision: not those of a handshake of older
   * revisions, nor what follows it.
   */
  static List<Asked> requests(List<Asked> all) {
    int end = 0;
    while (end < all.size() && !all.get(end).is("initialize")) {
      end++;
    }
    return all.subList(0, end).stream().filter(Asked::isRequest).toList();
  }
}
