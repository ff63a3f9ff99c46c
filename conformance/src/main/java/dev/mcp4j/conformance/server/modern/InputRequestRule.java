/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.DuplicateNames;
import dev.mcp4j.conformance.server.common.Questions;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Servers ask only where they may, for what the client can do, and in proper form. */
final class InputRequestRule implements Rule {
  private static final Set<String> ASKING = Set.of("tools/call", "prompts/get", "resources/read");
  private static final Set<String> KINDS =
      Set.of("elicitation/create", "sampling/createMessage", "roots/list");

  @Override
  public Set<String> checks() {
    Set<String> checks = new TreeSet<>(Questions.checks());
    checks.addAll(
        Set.of(
            "mrtr.supported-requests",
            "mrtr.requests-or-state",
            "mrtr.request-kinds",
            "mrtr.keys-unique",
            "schema.input-required-result"));
    return checks;
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode result = reply.result();
    if (!result.path("resultType").stringValue("").equals("input_required")) {
      return;
    }
    String method = reply.ask().method();
    trial.observe(
        "mrtr.supported-requests",
        ASKING.contains(method),
        "no input_required for " + method,
        Json.brief(result));
    trial.observe(
        "mrtr.requests-or-state",
        result.has("inputRequests") || result.has("requestState"),
        "inputRequests or requestState",
        Json.brief(result));
    List<String> problems = trial.shapes().problems("InputRequiredResult", result);
    trial.observe(
        "schema.input-required-result",
        problems.isEmpty(),
        "the shape of InputRequiredResult",
        String.join("; ", problems));
    uniqueKeys(trial, reply);
    JsonNode capabilities = reply.ask().capabilities();
    for (JsonNode request : result.path("inputRequests")) {
      kind(trial, request);
      Questions.look(trial, capabilities, request);
    }
  }

  /** A parser keeps one of two equal names, so the text is compared. */
  private static void uniqueKeys(Trial trial, Reply reply) {
    reply
        .response()
        .ifPresent(
            response ->
                trial.observe(
                    "mrtr.keys-unique",
                    !DuplicateNames.in(response.raw().text()),
                    "keys that differ",
                    Json.brief(reply.result().path("inputRequests"))));
  }

  private static void kind(Trial trial, JsonNode request) {
    String method = request.path("method").stringValue("");
    trial.observe(
        "mrtr.request-kinds", KINDS.contains(method), "one of " + KINDS, Json.brief(request));
  }
}
