/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Pending;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls that are answered with tasks, of which the application sees nothing but the result. */
@Needs(abilities = {"tools", "tasks"})
class TaskProperties extends ClientGenerators {
  private static final long QUICK = 20;

  @Property
  @Checks({
    "task.either-result",
    "task.polls-to-end",
    "task.declared-on-requests",
    "task.request-shape"
  })
  void eitherKindOfResultIsTaken(
      @ForAll boolean inATask,
      @ForAll("opaque") String id,
      @ForAll("labels") String text,
      @ForAll @IntRange(max = 3) int working,
      Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), id, QUICK);
    task.working(working).completed(text);
    stage.script().on("tools/call", asked -> inATask ? task.handle() : Script.text(text));
    Done done = stage.connect(new Setup().tasks()).call("echo").await();
    int asked = stage.inbox().all("tasks/get").size();
    if (inATask && asked > 0 && asked <= working) {
      trial.expect(
          "task.polls-to-end", false, "a request until the task has ended", asked + " requests");
    }
    stage.brings("task.either-result", done, text);
    trial.expect("task.polls-to-end", true, "", "");
  }

  @Property
  @Tries(4)
  @Checks("task.either-result")
  void endWithoutAResultIsAFailure(
      @ForAll boolean failed, @ForAll("opaque") String id, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), id, QUICK).working(1);
    ScriptedTask unused = failed ? task.failed(-32603) : task.cancelled();
    stage.fails("task.either-result", stage.connect(new Setup().tasks()).call("echo").await());
  }

  @Property
  @Tries(6)
  @Checks("task.unsupported-request-invalid")
  void taskIsNoAnswerToAnotherRequest(@ForAll int which, @ForAll("opaque") String id, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), id, QUICK).completed("no such result");
    List<String> able =
        Stream.of("resources", "prompts", "tools")
            .filter(trial.profile().abilities()::contains)
            .toList();
    String kind = able.get(Math.floorMod(which, able.size()));
    for (String method : List.of("resources/read", "prompts/get", "tools/list")) {
      stage.script().on(method, asked -> task.handle());
    }
    Client client = stage.connect(new Setup().tasks());
    Pending pending =
        switch (kind) {
          case "resources" -> client.read("test://one");
          case "prompts" -> client.prompt("greet", Json.object());
          default -> client.list("tools");
        };
    stage.fails("task.unsupported-request-invalid", pending.await());
  }

  @Property
  @Tries(3)
  @Checks("result.type-unknown-invalid")
  void taskIsNoAnswerToAClientThatDeclaresNone(@ForAll("opaque") String id, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask unused = ScriptedTask.on(stage.script(), id, QUICK).completed("no such result");
    Done done = stage.connect().call("echo").await();
    boolean declared =
        stage.inbox().all("tools/call").stream()
            .map(asked -> asked.meta("clientCapabilities").path("extensions"))
            .anyMatch(extensions -> extensions.has(Profile.TASKS));
    if (!declared) {
      stage.fails("result.type-unknown-invalid", done);
    }
  }

  @Property
  @Tries(3)
  @Checks("task.poll-interval")
  void clientAsksNoMoreOftenThanItIsTold(
      @ForAll @IntRange(min = 200, max = 350) int interval, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), "task", interval);
    task.working(3).completed("done");
    stage.brings(
        "task.either-result", stage.connect(new Setup().tasks()).call("echo").await(), "done");
    // A single request may have been meant for something else, and clocks differ.
    long half = Duration.ofMillis(interval).toNanos() / 2;
    long early = task.gaps().stream().filter(gap -> gap < half).count();
    trial.expect(
        "task.poll-interval",
        early < 2,
        "requests every " + interval + " ms at most",
        early + " requests in less than half of that time");
  }

  @Property
  @Tries(10)
  @Needs(abilities = "elicitation")
  @Checks({
    "task.input-fulfilled",
    "task.input-trust",
    "task.input-deduplicated",
    "task.observes-after-update",
    "task.responses-once",
    "task.response-key-outstanding"
  })
  void questionsOfATaskAreAnsweredOnce(
      @ForAll("opaque") String key,
      @ForAll @IntRange(min = 1, max = 2) int questions,
      @ForAll @IntRange(min = 1, max = 2) int rounds,
      @ForAll @IntRange(max = 2) int stale,
      Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), "task", QUICK).working(1);
    List<String> keys = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Map<String, ObjectNode> asked = new LinkedHashMap<>();
      for (int i = 0; i < questions; i++) {
        String name = key + round + i;
        ObjectNode form = Questions.form("name", "{\"type\":\"string\"}");
        Questions.params(form).put("message", "Question " + round + i);
        asked.put(name, form);
        keys.add(name);
      }
      task.asking(asked, stale).working(1);
    }
    task.completed("answered");
    Setup setup = new Setup().tasks().handler("elicitation", Questions.accept(args("name", "Ann")));
    Done done = stage.connect(setup).call("echo").await();
    trial.expect(
        "task.input-fulfilled",
        task.answered().containsAll(keys),
        "answers to the questions " + keys,
        "answers to " + task.answered());
    List<Asked> all = stage.inbox().all();
    int update = last(all, "tasks/update");
    trial.expect(
        "task.observes-after-update",
        last(all, "tasks/get") > update,
        "a request for the task after the answers",
        "none");
    stage.brings("task.input-fulfilled", done, "answered");
    asked(trial, stage, keys.size());
  }

  private static int last(List<Asked> all, String method) {
    int last = -1;
    for (int i = 0; i < all.size(); i++) {
      last = all.get(i).is(method) ? i : last;
    }
    return last;
  }

  private static void asked(Trial trial, Stage stage, int questions) {
    List<JsonNode> messages =
        stage.asked("elicitation").stream()
            .map(event -> event.path("params").path("message"))
            .toList();
    trial.expect(
        "task.input-trust",
        messages.stream().distinct().count() == questions,
        questions + " questions to the application",
        "the questions " + messages);
    trial.expect(
        "task.input-deduplicated",
        messages.size() == questions,
        "each question once",
        "the questions " + messages);
  }

  @Property
  @Tries(3)
  @Needs(abilities = "cancel")
  @Checks({"task.polls-to-end", "task.no-cancelled-notification"})
  void callThatIsGivenUpCancelsItsTask(@ForAll("opaque") String id, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask unused = ScriptedTask.on(stage.script(), id, QUICK).working(1);
    Client client = stage.connect(new Setup().tasks());
    Pending pending = client.call("echo");
    Optional<Asked> polled = stage.inbox().await(asked -> asked.is("tasks/get"), stage.patience());
    trial.expect("task.either-result", polled.isPresent(), "a request for the task", "none");
    int before = stage.inbox().all("tasks/get").size();
    client.cancel(pending).await();
    // A client that asks on has not given the task up.
    boolean done =
        !stage.inbox().await(asked -> asked.is("tasks/cancel"), stage.patience()).isEmpty();
    boolean goesOn = stage.inbox().all("tasks/get").size() > before + 3;
    trial.expect("task.polls-to-end", done || goesOn, "tasks/cancel, or more requests", "neither");
    pending.await();
  }
}
