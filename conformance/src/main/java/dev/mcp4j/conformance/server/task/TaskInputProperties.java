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
import dev.mcp4j.conformance.rules.Generators;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that ask, compared with a model of what was asked and answered. */
@Needs(value = Feature.TASKS, tools = TaskInputProperties.TOOL)
class TaskInputProperties extends Generators {
  static final String TOOL = "conformance_task_questions";
  private static final Duration SOON = Duration.ofSeconds(8);

  /** What a client may do while it is asked. */
  enum Step {
    GET,
    ANSWER_ONE,
    ANSWER_ALL,
    ANSWER_AGAIN,
    ANSWER_STRAY,
    ANSWER_ONE_AND_STRAY
  }

  @Property
  @Tries(12)
  @Checks({
    "task.get-input-required",
    "task.input-requests-complete",
    "task.key-unique",
    "task.key-not-reused",
    "task.key-one-request",
    "task.update-acknowledged",
    "task.stray-responses-ignored",
    "task.partial-waits",
    "task.completed-same-result",
    "task.terminal-final"
  })
  void answersReachTheTaskInAnyOrder(
      @ForAll @IntRange(min = 1, max = 3) int questions,
      @ForAll @IntRange(min = 1, max = 2) int rounds,
      @ForAll @Size(max = 6) List<Step> steps,
      Trial trial) {
    ObjectNode arguments = Json.object().put("questions", questions).put("rounds", rounds);
    Optional<TrackedTask> begun = TrackedTask.begin(trial, TaskAsks.call(TOOL, arguments));
    if (begun.isPresent()) {
      Dialog dialog = new Dialog(trial, begun.get());
      for (int round = 0; round < rounds; round++) {
        dialog.begin(questions);
        steps.forEach(dialog::take);
        dialog.answerTheRest();
      }
      dialog.end();
    }
  }

  @Property
  @Tries(3)
  @Checks({"task.partial-waits", "task.input-requests-complete"})
  void someAnswersAreNotTakenForAll(
      @ForAll @IntRange(min = 2, max = 3) int questions, Trial trial) {
    ObjectNode arguments = Json.object().put("questions", questions);
    Optional<TrackedTask> begun = TrackedTask.begin(trial, TaskAsks.call(TOOL, arguments));
    if (begun.isPresent()) {
      Dialog dialog = new Dialog(trial, begun.get());
      dialog.begin(questions);
      dialog.take(Step.ANSWER_ONE);
      dialog.answerTheRest();
      dialog.end();
    }
  }

  /** What was said so far. */
  private static final class Dialog {
    private final Trial trial;
    private final TrackedTask task;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final TreeSet<String> vain = new TreeSet<>();
    private Set<String> round = new TreeSet<>();

    Dialog(Trial trial, TrackedTask task) {
      this.trial = trial;
      this.task = task;
    }

    /** Waits for a round of questions that have not been answered. */
    void begin(int questions) {
      boolean asked = task.await(t -> t.hasEnded() || !fresh().isEmpty(), SOON);
      String shown = Json.brief(task.last());
      trial.expect(
          "task.get-input-required",
          asked && !task.hasEnded(),
          "questions, by the fixture contract",
          shown);
      round = fresh();
      trial.expect(
          "task.input-requests-complete",
          round.size() == questions,
          questions + " questions, by the fixture contract",
          shown);
    }

    private Set<String> fresh() {
      TreeSet<String> fresh = new TreeSet<>(task.open());
      fresh.removeAll(answers.keySet());
      return fresh;
    }

    void take(Step step) {
      switch (step) {
        case GET -> task.get();
        case ANSWER_ONE -> answer(1, Json.object());
        case ANSWER_ALL -> answer(round.size(), Json.object());
        case ANSWER_AGAIN -> again();
        case ANSWER_STRAY -> send(stray(), "task.stray-responses-ignored");
        case ANSWER_ONE_AND_STRAY -> answer(1, stray());
      }
    }

    /** Answers questions of the round that have not been answered, if there are any. */
    private void answer(int most, ObjectNode given) {
      round.stream()
          .filter(key -> !answers.containsKey(key))
          .limit(most)
          .toList()
          .forEach(
              key -> {
                answers.put(key, "answer-" + answers.size() + ".");
                given.set(key, accept(answers.get(key)));
              });
      if (!given.isEmpty()) {
        send(given, "task.update-acknowledged");
        waiting();
      }
    }

    /** Answers what was answered and is open no more in another way, which is in vain. */
    private void again() {
      task.get();
      ObjectNode given = Json.object();
      answers.keySet().stream()
          .filter(key -> !task.open().contains(key))
          .forEach(
              key -> {
                String text = "again-" + vain.size() + ".";
                vain.add(text);
                given.set(key, accept(text));
              });
      if (!given.isEmpty()) {
        send(given, "task.stray-responses-ignored");
      }
    }

    private ObjectNode stray() {
      String text = "stray-" + vain.size() + ".";
      vain.add(text);
      ObjectNode given = Json.object();
      given.set("conformance-never-asked", accept(text));
      return given;
    }

    private void send(ObjectNode given, String requirement) {
      trial.expect(requirement, task.update(given)).result();
    }

    private static JsonNode accept(String text) {
      ObjectNode accepted = Json.object().put("action", "accept");
      accepted.putObject("content").put("answer", text);
      return accepted;
    }

    /** As long as a question of the round is not answered, the task waits for it. */
    private void waiting() {
      TreeSet<String> left = new TreeSet<>(round);
      left.removeAll(answers.keySet());
      if (!left.isEmpty() && task.get().result().isObject()) {
        trial.expect(
            "task.partial-waits",
            task.status().equals("input_required") && task.open().containsAll(left),
            "the questions " + left,
            Json.brief(task.last()));
      }
    }

    /** Answers what is left; a server that takes only whole rounds gets one. */
    void answerTheRest() {
      answer(round.size(), Json.object());
      task.get();
      ObjectNode all = Json.object();
      if (task.open().stream().anyMatch(round::contains)) {
        round.forEach(key -> all.set(key, accept(String.valueOf(answers.get(key)))));
        send(all, "task.update-acknowledged");
      }
    }

    void end() {
      JsonNode end = TaskToolProperties.ended(trial, task, "completed", "task.get-completed");
      String result = Json.write(end.path("result"));
      trial.expect(
          "task.completed-same-result",
          answers.values().stream().allMatch(result::contains),
          "the answers " + answers.values(),
          result);
      trial.expect(
          "task.stray-responses-ignored",
          vain.stream().noneMatch(result::contains),
          "none of " + vain,
          result);
    }
  }
}
