/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Requests that are open at the same time can be told apart, and only such are cancelled. */
final class InFlightRule implements ClientRule {
  private static final String CANCELLED = "notifications/cancelled";

  @Override
  public Set<String> checks() {
    return Set.of(
        "request.id.unique-in-flight",
        "progress.token-unique",
        "cancel.id-issued",
        "cancel.known-request");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    for (int i = 0; i < all.size(); i++) {
      Asked asked = all.get(i);
      List<Asked> before = all.subList(0, i);
      if (asked.is(CANCELLED)) {
        cancelled(trial, asked, before);
      } else if (asked.isRequest()) {
        List<Asked> open = before.stream().filter(asked::cameWhileOpen).toList();
        distinct(trial, "request.id.unique-in-flight", asked.id(), open, Asked::id);
        distinct(trial, "progress.token-unique", token(asked), open, InFlightRule::token);
      }
    }
  }

  private static JsonNode token(Asked asked) {
    return asked.params().path("_meta").path("progressToken");
  }

  private interface Part {
    JsonNode of(Asked asked);
  }

  private static void distinct(
      Trial trial, String requirement, JsonNode value, List<Asked> open, Part part) {
    if (!value.isMissingNode()) {
      boolean used = open.stream().anyMatch(other -> Json.same(part.of(other), value));
      trial.observe(requirement, !used, "a value of its own", Json.brief(value) + " again");
    }
  }

  private static void cancelled(Trial trial, Asked asked, List<Asked> before) {
    JsonNode id = asked.params().path("requestId");
    boolean known =
        before.stream().anyMatch(other -> other.isRequest() && Json.same(other.id(), id));
    String shown = Json.brief(id);
    trial.observe("cancel.id-issued", known, "the id of a request that was sent", shown);
    trial.observe("cancel.known-request", known, "the id of a request that was sent", shown);
  }
}
