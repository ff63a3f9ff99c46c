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
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.server.common.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks of whatever tools make them, in any order of requests about them. */
@Needs(Feature.TASK_TOOL)
class TaskProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final int MANY = 16;

  /** What a client may do. */
  enum Step {
    GET,
    ANSWER,
    STRAY_ANSWER,
    CANCEL,
    ASK_FOR_ANOTHER,
    ASK_UNDECLARED
  }

  @Property
  @Checks({
    "task.durable-before-handle",
    "task.waits-for-consistency",
    "task.get-answers",
    "task.created-fixed"
  })
  void taskCanBeAskedForAtOnce(
      @ForAll int which, @ForAll @IntRange(min = 1, max = 4) int askers, Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(task -> task.getAtOnce(askers));
  }

  @Property
  @Tries(10)
  @Checks("task.undeclared-gets-none")
  void onlyTheRequestItselfDeclaresTheExtension(
      @ForAll int which, @ForAll @IntRange(max = 2) int declared, Trial trial) {
    JsonNode call = TaskAsks.someCall(trial, which);
    for (int i = 0; i < declared; i++) {
      Optional<TrackedTask> unused = TrackedTask.begin(trial, call);
    }
    Reply reply = trial.send(TaskAsks.ask(trial, call));
    boolean task = TaskAsks.isType(reply, "task") || reply.result().has("taskId");
    trial.expect("task.undeclared-gets-none", reply).is(!task, "no task");
  }

  @Property
  @Checks({
    "task.get-answers",
    "task.created-fixed",
    "task.terminal-final",
    "task.cancel-acknowledged",
    "task.stray-responses-ignored",
    "task.methods-undeclared",
    "task.get-unknown"
  })
  void taskKeepsToItsStatesWhateverIsAsked(
      @ForAll int which, @ForAll @Size(max = 8) List<Step> steps, Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(task -> steps.forEach(step -> take(step, task, trial)));
  }

  @Property
  @Tries(8)
  @Checks({"task.terminal-final", "task.ttl-reachable", "task.cancel-acknowledged"})
  void taskThatHasEndedStaysAsItIs(
      @ForAll int which,
      @ForAll boolean cancelled,
      @ForAll @Size(min = 1, max = 6) List<Step> steps,
      Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(
            task -> {
              if (cancelled) {
                task.cancel();
              }
              if (task.awaitEnd(SOON)) {
                steps.forEach(step -> take(step, task, trial));
                task.get();
              }
            });
  }

  private static void take(Step step, TrackedTask task, Trial trial) {
    switch (step) {
      case GET -> task.get();
      case ANSWER -> {
        ObjectNode answers = Answers.accept(task.open().isEmpty() ? Json.object() : task.last());
        if (!answers.isEmpty()) {
          trial.expect("task.update-acknowledged", task.update(answers)).result();
        }
      }
      case STRAY_ANSWER -> {
        ObjectNode stray = Json.object();
        stray.putObject("conformance-never-asked").put("action", "accept");
        trial.expect("task.stray-responses-ignored", task.update(stray)).result();
      }
      case CANCEL -> task.cancel();
      case ASK_FOR_ANOTHER -> {
        String other = task.id().substring(1) + (task.id().endsWith("0") ? "1" : "0");
        Reply reply = trial.send(TaskAsks.about(trial, TaskAsks.GET, other));
        TaskRequestProperties.unknown(trial, TaskAsks.GET, reply);
      }
      case ASK_UNDECLARED -> {
        Ask ask = TaskAsks.about(trial, TaskAsks.GET, task.id()).capabilities("{}");
        TaskAsks.refused(trial, "task.methods-undeclared", trial.send(ask));
      }
    }
  }

  @Property
  @Checks("task.methods-undeclared")
  @Tries(6)
  void knownTaskIsForThoseWhoDeclareTheExtension(
      @ForAll int which, @ForAll("taskMethods") String method, Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(
            task -> {
              Ask ask = TaskAsks.about(trial, method, task.id()).capabilities("{}");
              TaskAsks.refused(trial, "task.methods-undeclared", trial.send(ask));
            });
  }

  @Provide
  Arbitrary<String> taskMethods() {
    return Arbitraries.of(TaskAsks.METHODS);
  }

  /** Who may see the task of another user is the server's affair; who is nobody may not. */
  @Property
  @Needs(Feature.PROTECTED)
  @Tries(6)
  @Checks("task.auth-binding")
  void taskIsOutOfReachWithoutAToken(
      @ForAll int which, @ForAll("taskMethods") String method, Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(
            task -> {
              Ask ask = TaskAsks.about(trial, method, task.id());
              ask.headers().remove("Authorization");
              Reply reply = trial.send(ask);
              trial
                  .expect("task.auth-binding", reply)
                  .is(reply.result().isMissingNode(), "a refusal");
            });
  }

  @Property
  @Needs(Feature.HTTP)
  @Tries(10)
  @Checks({
    "http.header-mismatch.rejected",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  void headersThatDifferFromTheRequestAreRefused(
      @ForAll int which,
      @ForAll("taskMethods") String method,
      @ForAll boolean name,
      @ForAll("others") String other,
      Trial trial) {
    TrackedTask.begin(trial, TaskAsks.someCall(trial, which))
        .ifPresent(
            task -> {
              Ask ask = TaskAsks.about(trial, method, task.id());
              ask.headers().set(name ? "Mcp-Name" : "Mcp-Method", HeaderText.encode(other));
              Reply reply = trial.send(ask);
              trial
                  .expect("http.header-mismatch.rejected", reply)
                  .is(reply.result().isMissingNode(), "a refusal of the mismatch");
              trial.expect("http.header-mismatch.status", reply).status(400);
              trial.expect("http.header-mismatch.code", reply).error(-32020);
            });
  }

  @Provide
  Arbitrary<String> others() {
    return Arbitraries.oneOf(names(), Arbitraries.of("tools/call", "tasks/list", "TASKS/GET"));
  }

  /** One try of many tasks: their ids must not follow from each other. */
  @Property
  @Checks("task.id-unguessable")
  void idsDoNotFollowFromEachOther(Trial trial) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      TrackedTask.begin(trial, TaskAsks.someCall(trial, 0)).ifPresent(task -> ids.add(task.id()));
    }
    if (ids.size() < MANY / 2) {
      return;
    }
    trial.expect(
        "task.id-unguessable",
        IdEntropy.bits(ids) >= IdEntropy.LEAST_BITS,
        "ids that differ by at least " + IdEntropy.LEAST_BITS + " bits",
        "at most %d bits in %s and %s".formatted(IdEntropy.bits(ids), ids.get(0), ids.get(1)));
    trial.expect(
        "task.id-unguessable",
        IdEntropy.leastDistance(ids) >= IdEntropy.LEAST_DISTANCE,
        "ids that differ in most places",
        "ids that hardly differ, among them %s and %s".formatted(ids.get(0), ids.get(1)));
  }
}
