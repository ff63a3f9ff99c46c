/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Observer;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Common;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at every reply of a server for what must hold in all of them. */
final class LegacyObserver implements Observer {
  private static final List<Rule> RULES =
      Stream.concat(
              Common.rules().stream(),
              Stream.of(
                  new LegacyErrorRule(),
                  new LegacyHttpRule(),
                  new ServerRequestRule(),
                  new ServerNotificationRule()))
          .toList();

  private final LegacyDialect dialect = new LegacyDialect();

  @Override
  public void look(Trial trial, Reply reply) {
    Conversations.of(reply).ifPresent(conversation -> lookBack(trial, conversation.state()));
    RULES.forEach(rule -> rule.look(trial, reply));
  }

  /** Looks at what the conversation exchanged on its own: the handshake, and answers. */
  private static void lookBack(Trial trial, SessionState state) {
    for (Reply earlier : state.takeUnseen()) {
      RULES.forEach(rule -> rule.look(trial, earlier));
    }
  }

  @Override
  public LegacyDialect dialect() {
    return dialect;
  }

  static Set<String> checks() {
    return Common.checks(Revision.V2025_11_25, RULES);
  }
}
