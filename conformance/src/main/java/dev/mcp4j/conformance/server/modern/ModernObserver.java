/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Observer;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Common;
import dev.mcp4j.conformance.server.common.Rule;
import dev.mcp4j.conformance.server.task.TaskRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at every reply of a server for what must hold in all of them. */
final class ModernObserver implements Observer {
  private static final List<Rule> RULES =
      Stream.concat(
              Common.rules().stream(),
              Stream.of(
                  new ErrorRule(),
                  new NoRequestRule(),
                  new InputRequestRule(),
                  new NotificationRule(),
                  new TaskRule()))
          .toList();

  @Override
  public void look(Trial trial, Reply reply) {
    RULES.forEach(rule -> rule.look(trial, reply));
  }

  static Set<String> checks() {
    return Common.checks(Revision.V2026_07_28, RULES);
  }
}
