/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.token.Tokens;
import java.util.Set;

/** A protected server keeps tokens to itself, and asks for nothing that is not its own. */
final class TokenRule implements Rule {
  private static final String REFRESH = "offline_access";

  @Override
  public Set<String> checks() {
    return Set.of("auth.token.stored-securely", "auth.refresh.no-offline-access");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    trial.profile().tokens().ifPresent(tokens -> look(trial, reply, tokens));
  }

  private static void look(Trial trial, Reply reply, Tokens tokens) {
    boolean shown =
        reply.messages().stream()
            .anyMatch(message -> message.raw().text().contains(tokens.valid()));
    trial.observe(
        "auth.token.stored-securely", !shown, "messages without the token", "one that holds it");
    trial.observe(
        "auth.refresh.no-offline-access",
        !Refusals.scopes(reply).contains(REFRESH),
        "a challenge without the scope offline_access",
        Refusals.shown(reply));
  }
}
