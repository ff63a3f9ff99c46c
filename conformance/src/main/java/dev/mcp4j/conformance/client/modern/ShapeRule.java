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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Messages have the shapes of the schema. */
final class ShapeRule implements ClientRule {
  private static final Map<String, String> PARAMS =
      Map.of(
          "server/discover", "RequestParams",
          "tools/list", "PaginatedRequestParams",
          "resources/list", "PaginatedRequestParams",
          "resources/templates/list", "PaginatedRequestParams",
          "prompts/list", "PaginatedRequestParams",
          "tools/call", "CallToolRequestParams",
          "resources/read", "ReadResourceRequestParams",
          "prompts/get", "GetPromptRequestParams",
          "completion/complete", "CompleteRequestParams",
          "subscriptions/listen", "SubscriptionsListenRequestParams");
  private static final Map<String, String> ANSWERS =
      Map.of(
          "elicitation/create", "ElicitResult",
          "sampling/createMessage", "CreateMessageResult",
          "roots/list", "ListRootsResult");

  @Override
  public Set<String> checks() {
    return Set.of(
        "schema.client-request",
        "schema.client-notification",
        "schema.input-response",
        "roots.file-uri");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    for (Asked asked : ClientRules.requests(all)) {
      String shape = PARAMS.get(asked.method());
      if (shape != null) {
        demand(trial, "schema.client-request", shape, asked.params());
      }
      answers(trial, asked, all);
    }
    for (Asked asked : all) {
      if (asked.is("notifications/cancelled")) {
        demand(trial, "schema.client-notification", "CancelledNotificationParams", asked.params());
      }
    }
  }

  /** An answer has the shape that its question, found by its key, asks for. */
  private static void answers(Trial trial, Asked asked, List<Asked> all) {
    for (Map.Entry<String, JsonNode> answer : asked.params().path("inputResponses").properties()) {
      String method = question(answer.getKey(), all).path("method").stringValue("");
      String shape = ANSWERS.get(method);
      if (shape == null) {
        continue;
      }
      demand(trial, "schema.input-response", shape, answer.getValue());
      for (JsonNode root : answer.getValue().path("roots")) {
        String uri = root.path("uri").stringValue("");
        trial.observe("roots.file-uri", uri.startsWith("file://"), "a file URI", uri);
      }
    }
  }

  private static JsonNode question(String key, List<Asked> all) {
    List<JsonNode> questions = new ArrayList<>();
    all.forEach(asked -> questions.add(asked.givenResult().path("inputRequests").path(key)));
    return questions.stream()
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(Json.NODES.missingNode());
  }

  private static void demand(Trial trial, String requirement, String shape, JsonNode node) {
    List<String> problems = trial.shapes().problems(shape, node);
    trial.observe(
        requirement,
        problems.isEmpty(),
        "the shape " + shape,
        String.join("; ", problems) + " in " + Json.brief(node));
  }
}
