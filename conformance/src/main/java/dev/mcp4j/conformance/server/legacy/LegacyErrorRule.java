/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Errors have integers as codes, and -32042 what belongs to it. */
final class LegacyErrorRule implements Rule {
  private static final int ELICITATION_REQUIRED = -32042;
  private static final Set<String> ELICITING =
      Set.of("tools/call", "prompts/get", "resources/read");

  @Override
  public Set<String> checks() {
    return Set.of(
        "error.code-integer",
        "elicit.required-error-only-then",
        "elicit.required-error-list",
        "elicit.required-error-url-mode");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode error = reply.error();
    if (!error.isObject()) {
      return;
    }
    String shown = Json.brief(error);
    JsonNode code = error.path("code");
    trial.observe(
        "error.code-integer", code.isIntegralNumber(), "a code that is an integer", shown);
    boolean required = code.isIntegralNumber() && code.longValue() == ELICITATION_REQUIRED;
    trial.observe(
        "elicit.required-error-only-then",
        !required || ELICITING.contains(reply.ask().method()),
        "no -32042 for " + reply.ask().method(),
        shown);
    if (required) {
      elicitations(trial, error.path("data").path("elicitations"), shown);
    }
  }

  private static void elicitations(Trial trial, JsonNode elicitations, String shown) {
    trial.observe(
        "elicit.required-error-list",
        elicitations.isArray() && !elicitations.isEmpty(),
        "a list of elicitations in the data",
        shown);
    boolean byUrl =
        elicitations
            .valueStream()
            .allMatch(
                elicitation ->
                    elicitation.path("mode").stringValue("").equals("url")
                        && elicitation.path("elicitationId").isString()
                        && elicitation.path("url").isString());
    trial.observe(
        "elicit.required-error-url-mode", byUrl, "elicitations by URL, each with an id", shown);
  }
}
