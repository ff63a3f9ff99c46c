/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;

/** Tasks that the application has in hand, and may come back to as another client. */
@Needs(abilities = {"tools", "tasks", "task-handles"})
class TaskHandleProperties extends ClientGenerators {

  @Property
  @Tries(8)
  @Checks({"task.either-result", "task.request-shape", "task.declared-on-requests"})
  void handleLeadsToTheResult(
      @ForAll("opaque") String id,
      @ForAll("labels") String text,
      @ForAll boolean again,
      @ForAll @IntRange(max = 2) int working,
      Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask unused = ScriptedTask.on(stage.script(), id, 20).working(working).completed(text);
    Client client = stage.connect(new Setup().tasks());
    String task = begun(stage, client, id, trial);
    Client later = again ? stage.connect(new Setup().tasks()) : client;
    stage.brings("task.either-result", later.task("task-result", task).await(), text);
  }

  @Property
  @Tries(5)
  @Checks({"task.either-result", "task.request-shape"})
  void handleTellsWhatItIsTold(@ForAll("opaque") String id, @ForAll boolean failed, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask task = ScriptedTask.on(stage.script(), id, 20);
    ScriptedTask unused = failed ? task.failed(-32603) : task.working(1);
    Client client = stage.connect(new Setup().tasks());
    Done got = client.task("task-get", begun(stage, client, id, trial)).await();
    String status = stage.succeeds("task.either-result", got).path("status").stringValue("");
    String expected = failed ? "failed" : "working";
    trial.expect("task.either-result", status.equals(expected), expected, status);
  }

  @Property
  @Tries(3)
  @Checks({"task.no-cancelled-notification", "task.request-shape"})
  void handleCancelsTheTask(@ForAll("opaque") String id, Trial trial) {
    Stage stage = stage(trial);
    ScriptedTask unused = ScriptedTask.on(stage.script(), id, 20).working(1);
    Client client = stage.connect(new Setup().tasks());
    String task = begun(stage, client, id, trial);
    stage.succeeds("task.either-result", client.task("task-get", task).await());
    client.task("task-cancel", task).await();
    int cancels = stage.inbox().all("tasks/cancel").size();
    int notifications = stage.inbox().all("notifications/cancelled").size();
    trial.expect(
        "task.no-cancelled-notification",
        cancels > 0 || notifications == 0,
        "tasks/cancel",
        notifications + " cancelled notifications");
  }

  private static String begun(Stage stage, Client client, String id, Trial trial) {
    Done done = client.begin("echo", Json.object()).await();
    JsonNode task = stage.succeeds("task.either-result", done).path("task");
    trial.expect(
        "task.either-result",
        task.stringValue("").equals(id),
        "the task " + Json.brief(Json.string(id)),
        Json.brief(task));
    return id;
  }
}
