/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Servers answer and notify, but send no requests. */
final class NoRequestRule implements Rule {
  private static final Set<String> QUESTIONS =
      Set.of("elicitation/create", "sampling/createMessage", "roots/list");

  @Override
  public Set<String> checks() {
    return Set.of(
        "transport.directions", "pattern.server-sends-no-requests", "mrtr.only-way-to-ask");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    reply.notifications().forEach(message -> look(trial, message.node()));
  }

  private static void look(Trial trial, JsonNode message) {
    String method = message.path("method").stringValue("");
    String shown = Json.brief(message);
    boolean request = message.has("id") && !method.startsWith("notifications/");
    trial.observe("pattern.server-sends-no-requests", !request, "no request of the server", shown);
    trial.observe("transport.directions", !request, "responses and notifications only", shown);
    trial.observe(
        "mrtr.only-way-to-ask",
        !(request && QUESTIONS.contains(method)),
        "a question inside an input_required result",
        shown);
  }
}
