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

/** State and answers go only to the request that was answered with the questions. */
final class RetryRule implements ClientRule {
  @Override
  public Set<String> checks() {
    return Set.of("mrtr.no-state-invented", "mrtr.no-spill");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    for (int i = 0; i < all.size(); i++) {
      Asked asked = all.get(i);
      if (!asked.isRequest()) {
        continue;
      }
      List<Asked> questions =
          all.subList(0, i).stream().filter(other -> asksForInput(other.givenResult())).toList();
      JsonNode state = asked.params().path("requestState");
      boolean given = questions.stream().anyMatch(q -> q.givenResult().has("requestState"));
      trial.observe(
          "mrtr.no-state-invented",
          state.isMissingNode() || given,
          "no requestState, since none was given",
          Json.brief(state));
      boolean retry = asked.params().has("inputResponses") || !state.isMissingNode();
      boolean own = questions.stream().anyMatch(question -> isSame(question, asked));
      trial.observe(
          "mrtr.no-spill",
          !retry || own || !given,
          "no input and no state in a request that was not asked for any",
          Json.brief(asked.params()));
    }
  }

  private static boolean asksForInput(JsonNode result) {
    return result.path("resultType").stringValue("").equals("input_required");
  }

  private static boolean isSame(Asked one, Asked other) {
    return one.is(other.method())
        && Json.same(one.params().path("name"), other.params().path("name"))
        && Json.same(one.params().path("uri"), other.params().path("uri"));
  }
}
