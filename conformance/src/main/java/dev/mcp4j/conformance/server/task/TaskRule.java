/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.DuplicateNames;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Tasks, wherever a reply speaks of one. */
public final class TaskRule implements Rule {
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "[+-]?\\d{4,6}-?\\d{2}-?\\d{2}"
              + "([T ]\\d{2}(:?\\d{2}(:?\\d{2}([.,]\\d+)?)?)?(Z|[+-]\\d{2}(:?\\d{2})?)?)?");
  private static final Set<String> ALWAYS = Set.of("resultType", "_meta");

  /** Makes the rule. */
  public TaskRule() {}

  @Override
  public Set<String> checks() {
    return Set.of(
        "task.undeclared-gets-none",
        "task.result-type-task",
        "task.result-type-only-creation",
        "task.creation-shape",
        "task.shape",
        "task.times-iso",
        "task.get-working",
        "task.get-input-required",
        "task.get-completed",
        "task.get-cancelled",
        "task.get-failed",
        "task.key-unique",
        "task.get-complete",
        "task.failed-message",
        "task.completed-same-result",
        "task.update-acknowledged",
        "task.update-complete",
        "task.cancel-acknowledged",
        "task.cancel-complete",
        "task.notification-equals-get",
        "task.no-progress-or-log");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode result = reply.result();
    if (result.isObject()) {
      result(trial, reply, result);
    }
    if (reply.ask().params().path("notifications").has("taskIds")) {
      reply.notifications().forEach(message -> notification(trial, message));
    }
  }

  private static void result(Trial trial, Reply reply, JsonNode result) {
    String shown = Json.brief(result);
    boolean isTask = TaskAsks.isType(reply, "task");
    String method = reply.ask().method();
    if (isTask) {
      trial.observe(
          "task.result-type-only-creation",
          method.equals("tools/call"),
          "no result type task for " + method,
          shown);
    }
    switch (method) {
      case "tools/call" -> call(trial, reply, result, isTask);
      case TaskAsks.GET -> {
        complete(trial, "task.get-complete", result);
        describedBy(trial, "task.shape", result);
        keys(trial, reply, result);
      }
      case TaskAsks.UPDATE -> {
        complete(trial, "task.update-complete", result);
        empty(trial, "task.update-acknowledged", result);
      }
      case TaskAsks.CANCEL -> {
        complete(trial, "task.cancel-complete", result);
        empty(trial, "task.cancel-acknowledged", result);
      }
      default -> {
        // nothing about tasks
      }
    }
  }

  private static void call(Trial trial, Reply reply, JsonNode result, boolean isTask) {
    String shown = Json.brief(result);
    boolean looksLikeOne =
        result.path("taskId").isString() && result.has("createdAt") && !result.has("content");
    if (looksLikeOne) {
      trial.observe("task.result-type-task", isTask, "the result type task", shown);
    }
    if (isTask || looksLikeOne) {
      trial.observe(
          "task.undeclared-gets-none",
          reply.ask().capabilities().path("extensions").has(Profile.TASKS),
          "no task for a request that does not declare the extension",
          shown);
    }
    if (isTask) {
      shape(trial, "task.creation-shape", "CreateTaskResult", result);
      times(trial, result);
    }
  }

  /** A parser keeps one of two equal names, so the text is looked at. */
  private static void keys(Trial trial, Reply reply, JsonNode result) {
    if (result.has("inputRequests")) {
      boolean twice = reply.response().filter(m -> DuplicateNames.in(m.raw().text())).isPresent();
      trial.observe(
          "task.key-unique", !twice, "keys that differ", Json.brief(result.path("inputRequests")));
    }
  }

  /** A task in full, as a result or in a notification. */
  private static void describedBy(Trial trial, String requirement, JsonNode task) {
    shape(trial, requirement, "Task", task);
    times(trial, task);
    String payload =
        switch (task.path("status").stringValue("")) {
          case "working" -> "WorkingTask";
          case "input_required" -> "InputRequiredTask";
          case "completed" -> "CompletedTask";
          case "cancelled" -> "CancelledTask";
          case "failed" -> "FailedTask";
          default -> "";
        };
    if (!payload.isEmpty()) {
      String status = task.path("status").stringValue("").replace('_', '-');
      boolean asked = requirement.equals("task.shape");
      shape(trial, asked ? "task.get-" + status : requirement, payload, task);
    }
    if (payload.equals("CompletedTask") && task.path("result").isObject()) {
      shape(trial, "task.completed-same-result", "TaskOutcome", task.path("result"));
    }
    if (payload.equals("FailedTask")) {
      trial.observe(
          "task.failed-message",
          !task.path("statusMessage").stringValue("").isBlank(),
          "a status message",
          Json.brief(task));
    }
  }

  private static void notification(Trial trial, Reply.Message message) {
    String shown = Json.brief(message.node());
    String method = message.method();
    trial.observe(
        "task.no-progress-or-log",
        !method.equals("notifications/progress") && !method.equals("notifications/message"),
        "no progress and no log messages",
        shown);
    if (method.equals("notifications/tasks")) {
      describedBy(trial, "task.notification-equals-get", message.node().path("params"));
    }
  }

  private static void times(Trial trial, JsonNode task) {
    for (String member : List.of("createdAt", "lastUpdatedAt")) {
      JsonNode time = task.path(member);
      if (time.isString()) {
        boolean fits = ISO_8601.matcher(time.stringValue()).matches();
        trial.observe("task.times-iso", fits, member + " by ISO 8601", Json.brief(time));
      } else if (time.isNumber()) {
        trial.observe("task.times-iso", false, member + " by ISO 8601", Json.brief(time));
      }
    }
  }

  private static void complete(Trial trial, String requirement, JsonNode result) {
    trial.observe(
        requirement,
        result.path("resultType").stringValue("").equals("complete"),
        "the result type complete",
        Json.brief(result));
  }

  private static void empty(Trial trial, String requirement, JsonNode result) {
    trial.observe(
        requirement,
        result.propertyStream().allMatch(member -> ALWAYS.contains(member.getKey())),
        "an empty result",
        Json.brief(result));
  }

  private static void shape(Trial trial, String requirement, String shape, JsonNode node) {
    List<String> problems = trial.shapes().problems(shape, node);
    trial.observe(
        requirement,
        problems.isEmpty(),
        "the shape of " + shape,
        String.join("; ", problems) + " in " + Json.brief(node));
  }
}
