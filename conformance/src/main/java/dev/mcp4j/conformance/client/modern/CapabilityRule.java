/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a client has handlers for, it declares on every request. */
final class CapabilityRule implements ClientRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "elicit.capability",
        "elicit.some-mode",
        "sampling.capability",
        "sampling.tools-declared",
        "roots.capability");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    Setup setup = stage.setup();
    for (Asked asked : ClientRules.requests(all)) {
      JsonNode declared = asked.meta("clientCapabilities");
      if (setup.handles("elicitation") || setup.handles("url")) {
        demand(trial, "elicit.capability", declared, "elicitation");
      }
      JsonNode elicitation = declared.path("elicitation");
      if (elicitation.isObject()) {
        trial.observe(
            "elicit.some-mode",
            elicitation.isEmpty() || elicitation.has("form") || elicitation.has("url"),
            "form or url, or an empty object",
            Json.brief(elicitation));
      }
      boolean tools = setup.handles("sampling-tools");
      if (tools || setup.handles("sampling")) {
        demand(trial, "sampling.capability", declared, "sampling");
      }
      if (tools) {
        demand(trial, "sampling.tools-declared", declared.path("sampling"), "tools");
      }
      if (setup.handles("roots")) {
        demand(trial, "roots.capability", declared, "roots");
      }
    }
  }

  private static void demand(Trial trial, String requirement, JsonNode declared, String member) {
    trial.observe(
        requirement,
        declared.path(member).isObject(),
        member + " among the capabilities",
        Json.brief(declared));
  }
}
