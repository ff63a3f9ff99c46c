/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;

/** What becomes of the tasks of tools that are known by the fixture contract. */
@Needs(Feature.TASKS)
class TaskToolProperties extends Generators {
  private static final String PLAIN = "conformance_task";
  private static final String TOOL_ERROR = "conformance_task_error";
  private static final String FAILURE = "conformance_task_failure";
  private static final String REQUIRED = "conformance_task_required";
  private static final String ASKS_BEFORE = "test_tool_with_task";
  private static final Duration SOON = Duration.ofSeconds(8);

  @Property
  @Needs(tools = PLAIN)
  @Checks({
    "task.completed-same-result",
    "task.get-answers",
    "task.get-completed",
    "task.get-complete",
    "task.result-type-task"
  })
  void severalTasksHaveTheirOwnResults(
      @ForAll @Size(min = 1, max = 4) List<@From("labels") String> labels,
      @ForAll @IntRange(max = 60) int millis,
      Trial trial) {
    List<TrackedTask> tasks = new ArrayList<>();
    for (String label : labels) {
      Optional<TrackedTask> task = TrackedTask.begin(trial, plain(label, millis));
      trial.expect(
          "task.result-type-task", task.isPresent(), "a task, by the fixture contract", "none");
      tasks.add(task.orElseThrow());
    }
    for (int i = tasks.size() - 1; i >= 0; i--) {
      JsonNode task = ended(trial, tasks.get(i), "completed", "task.get-completed");
      JsonNode text = task.path("result").path("content").path(0).path("text");
      trial.expect(
          "task.completed-same-result",
          text.stringValue("").equals(labels.get(i)),
          "the text " + Json.brief(Json.string(labels.get(i))),
          Json.brief(task));
    }
  }

  @Provide
  Arbitrary<String> labels() {
    return texts().ofMinLength(1).ofMaxLength(20);
  }

  private static JsonNode plain(String text, int millis) {
    return TaskAsks.call(PLAIN, Json.object().put("text", text).put("millis", millis));
  }

  @Property
  @Tries(5)
  @Needs(tools = PLAIN)
  @Checks("task.completed-same-result")
  void resultIsThatOfTheSameCallWithoutATask(@ForAll("labels") String label, Trial trial) {
    Reply direct = trial.send(TaskAsks.ask(trial, plain(label, 0)));
    Optional<TrackedTask> begun = TrackedTask.begin(trial, plain(label, 0));
    if (begun.isPresent() && direct.result().isObject()) {
      JsonNode task = ended(trial, begun.get(), "completed", "task.get-completed");
      for (String member : List.of("content", "structuredContent", "isError")) {
        JsonNode none = member.equals("isError") ? Json.NODES.booleanNode(false) : Json.object();
        JsonNode expected = direct.result().path(member);
        JsonNode actual = task.path("result").path(member);
        trial.expect(
            "task.completed-same-result",
            Json.same(orElse(expected, none), orElse(actual, none)),
            member + " " + Json.brief(expected),
            Json.brief(actual));
      }
    }
  }

  private static JsonNode orElse(JsonNode node, JsonNode other) {
    return node.isMissingNode() ? other : node;
  }

  @Property
  @Tries(3)
  @Needs(tools = TOOL_ERROR)
  @Checks({"task.tool-error-completes", "task.failed-only-protocol"})
  void errorOfAToolCompletesTheTask(@ForAll("labels") String label, Trial trial) {
    JsonNode call = TaskAsks.call(TOOL_ERROR, Json.object().put("text", label));
    Optional<TrackedTask> begun = TrackedTask.begin(trial, call);
    if (begun.isPresent() && begun.get().awaitEnd(SOON)) {
      JsonNode task = begun.get().last();
      String shown = Json.brief(task);
      String status = task.path("status").stringValue("");
      trial.expect(
          "task.failed-only-protocol", !status.equals("failed"), "no failure of the task", shown);
      trial.expect(
          "task.tool-error-completes",
          status.equals("completed") && task.path("result").path("isError").booleanValue(false),
          "a result that says it is an error",
          shown);
    }
  }

  @Property
  @Tries(3)
  @Needs(tools = FAILURE)
  @Checks({"task.get-failed", "task.failed-same-error", "task.failed-message"})
  void errorOfTheProtocolFailsTheTask(@ForAll("ids") JsonNode id, Trial trial) {
    JsonNode call = TaskAsks.call(FAILURE, Json.object());
    JsonNode direct = trial.send(TaskAsks.ask(trial, call).id(id)).error();
    Optional<TrackedTask> begun = TrackedTask.begin(trial, call);
    if (begun.isPresent()) {
      JsonNode task = ended(trial, begun.get(), "failed", "task.get-failed");
      if (direct.isObject()) {
        for (String member : List.of("code", "message", "data")) {
          trial.expect(
              "task.failed-same-error",
              Json.same(direct.path(member), task.path("error").path(member)),
              "the error " + Json.brief(direct),
              Json.brief(task));
        }
      }
    }
  }

  @Property
  @Needs(tools = REQUIRED)
  @Checks("task.required-refused")
  void callThatNeedsATaskIsRefusedToOthers(
      @ForAll("withoutTasks") String capabilities, Trial trial) {
    Ask ask = TaskAsks.ask(trial, TaskAsks.call(REQUIRED, Json.object()));
    TaskAsks.refused(trial, "task.required-refused", trial.send(ask.capabilities(capabilities)));
  }

  @Provide
  Arbitrary<String> withoutTasks() {
    return Arbitraries.of(
        "{}", "{\"extensions\":{}}", "{\"elicitation\":{},\"sampling\":{}}", "{\"tasks\":{}}");
  }

  @Property
  @Tries(3)
  @Needs(tools = PLAIN)
  @Checks({"task.cancel-acknowledged", "task.get-cancelled", "task.terminal-final"})
  void cancelledTaskIsDescribedAsSuchIfItIs(
      @ForAll @IntRange(min = 1, max = 4) int times, Trial trial) {
    TrackedTask.begin(trial, plain("never", 30_000))
        .ifPresent(
            task -> {
              for (int i = 0; i < times; i++) {
                task.cancel();
              }
              // The server may go on, so nothing is said if it does.
              boolean ended = task.await(TrackedTask::hasEnded, SOON.dividedBy(4));
              if (ended) {
                task.cancel();
                task.get();
              }
            });
  }

  @Property
  @Tries(3)
  @Needs(tools = ASKS_BEFORE)
  @Checks("task.input-before-creation")
  void whatDecidesAboutATaskIsAskedFirst(@ForAll("ids") JsonNode id, Trial trial) {
    JsonNode call = TaskAsks.call(ASKS_BEFORE, Json.object());
    Ask ask = TaskAsks.ask(trial, call).id(id).capabilities(TaskAsks.DECLARING);
    Reply asked = trial.send(ask);
    trial.expect("task.input-before-creation", asked).inputRequired();
    Reply retried = trial.send(TaskAsks.retry(TaskAsks.ask(trial, call), asked.result()));
    trial
        .expect("task.input-before-creation", retried)
        .is(TaskAsks.isType(retried, "task"), "a task");
    Reply unused =
        trial.send(
            TaskAsks.about(
                trial, TaskAsks.CANCEL, retried.result().path("taskId").stringValue("")));
  }

  /** The task when it has ended, which it does soon by the fixture contract. */
  static JsonNode ended(Trial trial, TrackedTask task, String status, String requirement) {
    boolean ended = task.awaitEnd(SOON);
    String shown = Json.brief(task.last());
    trial.expect(
        requirement, ended, "the end of the task within " + SOON.toSeconds() + " s", shown);
    trial.expect(requirement, task.status().equals(status), "the status " + status, shown);
    return task.last();
  }
}
