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
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;

/** Listening to tasks. A server need not report anything, but what it agrees to it does. */
@Needs(Feature.TASK_TOOL)
class TaskListenProperties extends Generators {
  private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";
  private static final Duration SOON = Duration.ofSeconds(4);

  @Property
  @Tries(8)
  @Checks({
    "task.listen-acknowledged",
    "task.notification-equals-get",
    "task.no-progress-or-log",
    "task.terminal-final",
    "meta.subscription-id"
  })
  void listenersAreToldWhatGetTells(
      @ForAll int which, @ForAll("ids") JsonNode id, @ForAll boolean cancelled, Trial trial) {
    Optional<TrackedTask> begun = TrackedTask.begin(trial, call(trial, which));
    if (begun.isPresent()) {
      TrackedTask task = begun.get();
      Ask ask = TaskRequestProperties.listen(trial, List.of(task.id(), "no-such-task")).id(id);
      MessageStream stream = trial.open(ask);
      if (isAgreed(trial, stream, task)) {
        // What happens from here on must be told.
        task.get();
        if (cancelled) {
          task.cancel();
        }
        follow(trial, stream, task, id);
      }
      trial.seen(stream.soFar());
    }
  }

  /** A task that takes a moment, and makes progress, if there is such a tool. */
  private static JsonNode call(Trial trial, int which) {
    String slow = "conformance_task";
    return trial.profile().tool(slow).isEmpty() || which % 3 == 0
        ? TaskAsks.someCall(trial, which)
        : TaskAsks.call(slow, Json.object().put("millis", 300).put("text", "told"));
  }

  private static boolean isAgreed(Trial trial, MessageStream stream, TrackedTask task) {
    Optional<Reply.Message> first = stream.next(trial.server().patience());
    JsonNode agreed =
        first
            .map(message -> message.node().path("params").path("notifications").path("taskIds"))
            .orElse(Json.NODES.missingNode());
    List<String> ids = agreed.valueStream().map(node -> node.stringValue("")).toList();
    trial.expect(
        "task.listen-acknowledged",
        List.of(task.id(), "no-such-task").containsAll(ids),
        "only tasks that were asked for",
        Json.brief(agreed));
    return ids.contains(task.id());
  }

  private static void follow(Trial trial, MessageStream stream, TrackedTask task, JsonNode id) {
    boolean mustEnd = !task.hasEnded();
    long deadline = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Reply.Message> told =
          ReadOn.until(stream, SOON.dividedBy(4), m -> m.method().equals("notifications/tasks"));
      if (told.isPresent()) {
        JsonNode params = told.get().node().path("params");
        compare(trial, told.get(), params, task, id);
        if (isEnd(params)) {
          return;
        }
      } else {
        task.get();
        if (stream.isOver() || task.awaitEnd(Duration.ZERO)) {
          break;
        }
      }
    }
    // The end may cross the answer to the request before.
    Optional<Reply.Message> late =
        ReadOn.until(stream, SOON.dividedBy(2), m -> isEnd(m.node().path("params")));
    boolean lawful = !mustEnd || stream.isOver() || !task.hasEnded() || late.isPresent();
    trial.expect("task.listen-acknowledged", lawful, "word of the end of the task", "none in time");
  }

  private static boolean isEnd(JsonNode task) {
    return List.of("completed", "failed", "cancelled")
        .contains(task.path("status").stringValue(""));
  }

  private static void compare(
      Trial trial, Reply.Message told, JsonNode params, TrackedTask task, JsonNode id) {
    String shown = Json.brief(told.node());
    trial.expect(
        "meta.subscription-id",
        Json.same(params.path("_meta").path(SUBSCRIPTION_ID), id),
        "the subscription id " + Json.write(id),
        shown);
    trial.expect(
        "task.notification-equals-get",
        params.path("taskId").stringValue("").equals(task.id()),
        "the task " + task.id(),
        shown);
    JsonNode now = task.get().result();
    // Only what cannot have changed meanwhile can be compared.
    if (now.isObject() && isEnd(params)) {
      boolean same =
          List.of("status", "createdAt", "result", "error").stream()
              .allMatch(member -> Json.same(now.path(member), params.path(member)));
      trial.expect("task.notification-equals-get", same, Json.brief(now), shown);
    }
  }
}
