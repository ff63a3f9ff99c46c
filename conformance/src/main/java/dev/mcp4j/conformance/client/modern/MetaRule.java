/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.rules.MetaKeys;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Every request says what it has to say of itself, under keys that are well formed. */
final class MetaRule implements ClientRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "meta.request.required-fields",
        "meta.request.client-info",
        "meta.prefix-labels",
        "meta.label-form",
        "meta.name-form",
        "meta.trace-format",
        "extension.id-form",
        "progress.token-type");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    for (Asked asked : ClientRules.requests(all)) {
      String shown = Json.brief(asked.params().path("_meta"));
      boolean required =
          asked.meta("protocolVersion").isString() && asked.meta("clientCapabilities").isObject();
      trial.observe(
          "meta.request.required-fields",
          required,
          "protocolVersion and clientCapabilities in _meta",
          shown);
      boolean named =
          asked.meta("clientInfo").path("name").isString()
              && asked.meta("clientInfo").path("version").isString();
      trial.observe("meta.request.client-info", named, "clientInfo in _meta", shown);
      MetaKeys.look(trial, asked.message());
      MetaKeys.extensions(trial, asked.meta("clientCapabilities"));
      JsonNode token = asked.params().path("_meta").path("progressToken");
      if (!token.isMissingNode()) {
        boolean fits = token.isString() || token.isIntegralNumber();
        trial.observe("progress.token-type", fits, "a string or an integer", Json.brief(token));
      }
    }
  }
}
