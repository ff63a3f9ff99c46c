/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One task of a server, and what was seen of it, which must fit together. */
final class TrackedTask {
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled");
  private static final Set<Integer> UNKNOWN = Set.of(-32602, -32601);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Trial trial;
  private final String id;
  private final long begun = System.nanoTime();
  private final Map<String, JsonNode> questions = new LinkedHashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private JsonNode last;
  private Optional<JsonNode> end = Optional.empty();

  private TrackedTask(Trial trial, JsonNode created) {
    this.trial = trial;
    this.id = created.path("taskId").stringValue("");
    this.last = created;
    // Nobody is to work for a try that is over.
    trial.atEnd(
        () -> {},
        () -> {
          if (end.isEmpty()) {
            Reply unused = trial.server().send(TaskAsks.about(trial, TaskAsks.CANCEL, id));
          }
        });
  }

  /** Calls a tool; empty if it answers without a task, which is its right. */
  static Optional<TrackedTask> begin(Trial trial, JsonNode call) {
    Reply reply = TaskAsks.begin(trial, call);
    return TaskAsks.isType(reply, "task") && reply.result().path("taskId").isString()
        ? Optional.of(new TrackedTask(trial, reply.result()))
        : Optional.empty();
  }

  String id() {
    return id;
  }

  String status() {
    return last.path("status").stringValue("");
  }

  JsonNode last() {
    return last;
  }

  boolean hasEnded() {
    return end.isPresent();
  }

  /** The keys of the questions that were open when the task was last seen. */
  List<String> open() {
    List<String> open = new ArrayList<>();
    if (status().equals("input_required")) {
      last.path("inputRequests").propertyStream().forEach(member -> open.add(member.getKey()));
    }
    return open;
  }

  boolean isAnswered(String key) {
    return answered.contains(key);
  }

  /** Asks for the task. */
  Reply get() {
    Reply reply = trial.send(TaskAsks.about(trial, TaskAsks.GET, id));
    got(reply, end.isPresent() ? "task.ttl-reachable" : "task.get-answers");
    return reply;
  }

  /** Asks for the task right after it was made, and then several times at once. */
  void getAtOnce(int times) {
    known(trial.send(TaskAsks.about(trial, TaskAsks.GET, id)), "task.durable-before-handle");
    List<MessageStream> streams = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      streams.add(trial.open(TaskAsks.about(trial, TaskAsks.GET, id)));
    }
    for (MessageStream stream : streams) {
      known(trial.seen(stream.readAll()), "task.waits-for-consistency");
    }
    get();
  }

  /** What is asked too often may be refused, but not as if there were no such task. */
  private void known(Reply reply, String requirement) {
    if (isDue()) {
      boolean unknown = reply.code().filter(UNKNOWN::contains).isPresent();
      trial.expect(requirement, reply).is(!unknown, "the task " + id);
      boolean other = !reply.result().path("taskId").stringValue(id).equals(id);
      trial.expect("task.get-answers", reply).is(!other, "the task " + id);
    }
  }

  private void got(Reply reply, String requirement) {
    known(reply, requirement);
    if (reply.result().isObject()) {
      seen(reply.result());
    }
  }

  /** Whether the time to live is not over, by the clock of this side alone. */
  private boolean isDue() {
    JsonNode ttl = last.path("ttlMs");
    return !ttl.isNumber() || ttl.doubleValue() > (System.nanoTime() - begun) / 1e6;
  }

  /** Sends answers. */
  Reply update(ObjectNode answers) {
    Reply reply =
        trial.send(TaskAsks.about(trial, TaskAsks.UPDATE, id).param("inputResponses", answers));
    if (reply.result().isObject()) {
      answers.propertyStream().forEach(member -> answered.add(member.getKey()));
    }
    return reply;
  }

  /** Cancels the task. */
  void cancel() {
    Reply reply = trial.send(TaskAsks.about(trial, TaskAsks.CANCEL, id));
    if (isDue()) {
      trial.expect("task.cancel-acknowledged", reply).result();
    }
  }

  /** Compares the task as it is described now with what was seen before. */
  void seen(JsonNode task) {
    String shown = Json.brief(task);
    trial.expect(
        "task.created-fixed",
        Json.same(last.path("createdAt"), task.path("createdAt")),
        "createdAt " + Json.brief(last.path("createdAt")),
        shown);
    end.ifPresent(
        before -> {
          boolean same =
              List.of("status", "result", "error").stream()
                  .allMatch(member -> Json.same(before.path(member), task.path(member)));
          trial.expect(
              "task.terminal-final", same, "no change after the end: " + Json.brief(before), shown);
        });
    keys(task, shown);
    last = task;
    if (TERMINAL.contains(status()) && end.isEmpty()) {
      end = Optional.of(task);
    }
  }

  private void keys(JsonNode task, String shown) {
    JsonNode requests = task.path("inputRequests");
    for (Map.Entry<String, JsonNode> request : requests.properties()) {
      String key = request.getKey();
      JsonNode before = questions.putIfAbsent(key, request.getValue());
      trial.expect(
          "task.key-one-request",
          before == null || Json.same(before, request.getValue()),
          "the question " + (before == null ? "" : Json.brief(before)),
          shown);
      trial.expect(
          "task.key-not-reused", !gone.contains(key), "a key that was not used before", shown);
    }
    questions.keySet().stream()
        .filter(key -> answered.contains(key) && !requests.has(key))
        .forEach(gone::add);
  }

  /** Asks for the task until it is as wanted; false if it is not in time. */
  boolean await(Predicate<TrackedTask> wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!wanted.test(this)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
      get();
    }
    return true;
  }

  /** Asks for the task until it has ended, and answers whatever it asks. */
  boolean awaitEnd(Duration patience) {
    return await(
        task -> {
          ObjectNode answers = Answers.accept(task.last);
          if (!answers.isEmpty() && task.status().equals("input_required")) {
            update(answers);
          }
          return task.hasEnded();
        },
        patience);
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
