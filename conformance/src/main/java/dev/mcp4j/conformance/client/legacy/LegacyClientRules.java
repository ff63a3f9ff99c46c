/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.LineRule;
import dev.mcp4j.conformance.client.PostRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Transport;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at every message of a client of 2025-11-25 for what must hold in all of them. */
final class LegacyClientRules implements Stage.Rules {
  /** The id of every session over HTTP. */
  static final String SESSION = "session-1868a90c";

  private static final List<ClientRule> RULES =
      List.of(new LegacyMessageRule(), new LineRule(), new PostRule(), new HandshakeRule());

  /** Opens a stage with a sound server of 2025-11-25, in the care of these rules. */
  static Stage stage(Trial trial) {
    Stage stage = Stage.of(trial, new LegacyClientRules());
    boolean http = trial.peer().transport() == Transport.HTTP;
    stage.script().legacy(http ? SESSION : "");
    return stage;
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
}
