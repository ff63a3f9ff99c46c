/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Requests about tasks. */
final class TaskRequestRule implements ClientRule {
  private static final Map<String, String> PARAMS =
      Map.of(
          "tasks/get", "TaskRequestParams",
          "tasks/update", "TaskUpdateRequestParams",
          "tasks/cancel", "TaskRequestParams");

  @Override
  public Set<String> checks() {
    return Set.of(
        "task.declared-on-requests",
        "task.request-shape",
        "task.name-header",
        "task.responses-once",
        "task.response-key-outstanding",
        "task.no-cancelled-notification");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    Map<String, Set<String>> shown = new HashMap<>();
    Map<String, Set<String>> answered = new HashMap<>();
    for (Asked asked : ClientRules.requests(all)) {
      String shape = PARAMS.get(asked.method());
      JsonNode taskIds = asked.params().path("notifications").path("taskIds");
      if (shape != null || !taskIds.isMissingNode()) {
        declared(trial, asked);
      }
      if (shape != null) {
        request(trial, asked, shape);
        String id = asked.params().path("taskId").stringValue("");
        keys(
            trial,
            asked,
            shown.computeIfAbsent(id, key -> new HashSet<>()),
            answered.computeIfAbsent(id, key -> new HashSet<>()));
      }
    }
    cancellations(trial, all);
  }

  private static void declared(Trial trial, Asked asked) {
    JsonNode capabilities = asked.meta("clientCapabilities");
    trial.observe(
        "task.declared-on-requests",
        capabilities.path("extensions").path(Profile.TASKS).isObject(),
        "the extension among the capabilities",
        Json.brief(capabilities));
  }

  private static void request(Trial trial, Asked asked, String shape) {
    List<String> problems = trial.shapes().problems(shape, asked.params());
    trial.observe(
        "task.request-shape",
        problems.isEmpty(),
        "the shape of a request about a task",
        String.join("; ", problems) + " in " + Json.brief(asked.params()));
    JsonNode id = asked.params().path("taskId");
    if (asked.http().isPresent() && id.isString()) {
      String header = asked.header("Mcp-Name").orElse(null);
      trial.observe("task.name-header", header != null, "the header Mcp-Name", "none");
      if (header != null) {
        HeaderRule.compare(trial, "task.name-header", header, id);
      }
    }
  }

  private static void keys(Trial trial, Asked asked, Set<String> shown, Set<String> answered) {
    for (String key : names(asked.params().path("inputResponses"))) {
      String text = Json.brief(Json.string(key));
      trial.observe(
          "task.response-key-outstanding", shown.contains(key), "one of the keys " + shown, text);
      trial.observe(
          "task.responses-once", answered.add(key), "one answer to each question", text + " again");
    }
    shown.addAll(names(asked.givenResult().path("inputRequests")));
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** A client that has asked for a task knows that its call was answered with one. */
  private static void cancellations(Trial trial, List<Asked> all) {
    for (int i = 0; i < all.size(); i++) {
      JsonNode id = all.get(i).params().path("requestId");
      List<Asked> before = all.subList(0, i);
      if (all.get(i).is("tasks/get")) {
        trial.observe("task.no-cancelled-notification", true, "", "");
      } else if (all.get(i).is("notifications/cancelled")) {
        boolean known =
            before.stream()
                .filter(asked -> asked.is("tools/call") && Json.same(asked.id(), id))
                .map(asked -> asked.givenResult().path("taskId"))
                .anyMatch(
                    task ->
                        task.isString()
                            && before.stream()
                                .anyMatch(
                                    asked ->
                                        asked.is("tasks/get")
                                            && asked.params().path("taskId").equals(task)));
        trial.observe(
            "task.no-cancelled-notification",
            !known,
            "tasks/cancel for what has become a task",
            Json.brief(all.get(i).message()));
      }
    }
  }
}
