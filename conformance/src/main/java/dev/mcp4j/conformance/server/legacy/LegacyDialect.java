/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Dialect;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.StdioServer;
import org.jspecify.annotations.Nullable;

/** Requests within a session: over HTTP one for each try, over stdio one for each process. */
final class LegacyDialect implements Dialect {
  private @Nullable Conversation current;
  private int process;

  LegacyDialect() {}

  /** The conversation of a try, with a client that can do everything. */
  static Conversation of(Trial trial) {
    return ((LegacyObserver) trial.observer()).dialect().conversation(trial);
  }

  private Conversation conversation(Trial trial) {
    Conversation usable = current;
    if (usable != null && !isStale(trial)) {
      return usable;
    }
    Conversation begun = Conversation.begin(trial.server(), Conversation.EVERYTHING);
    current = begun;
    if (trial.server() instanceof StdioServer stdio) {
      process = stdio.starts();
    } else {
      trial.atEnd(
          () -> {},
          () -> {
            current = null;
            begun.end();
          });
    }
    return begun;
  }

  private boolean isStale(Trial trial) {
    return trial.server() instanceof StdioServer stdio
        && (!stdio.isRunning() || stdio.starts() != process);
  }

  @Override
  public Ask ask(Trial trial, String method) {
    return conversation(trial).ask(method);
  }

  @Override
  public Reply send(Trial trial, Ask ask) {
    return ask.membership()
        .map(membership -> ((Conversation) membership).send(ask))
        .orElseGet(() -> trial.server().send(ask));
  }

  @Override
  public String plainMethod() {
    return "ping";
  }
}
