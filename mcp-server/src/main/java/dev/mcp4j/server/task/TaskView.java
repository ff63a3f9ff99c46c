/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.Task;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.task.TaskJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client sees of a task. */
final class TaskView {
  private TaskView() {}

  /** The task as a call is answered with it. */
  static JsonObject created(TaskRecord task) {
    return TaskJson.write(task(task));
  }

  /** The task as it is asked for. */
  static JsonObject detailed(TaskRecord task) {
    Map<String, InputRequest> questions = new LinkedHashMap<>();
    task.work()
        .questions()
        .forEach(
            (key, question) ->
                questions.put(key, McpJson.read(InputRequest.class, question.node())));
    return TaskJson.write(new DetailedTask(task(task), questions, task.result(), task.error()));
  }

  private static Task task(TaskRecord task) {
    TaskTimes times = task.times();
    return new Task(
        task.key().id(),
        task.status(),
        task.statusMessage(),
        times.created(),
        times.updated(),
        Duration.between(times.created(), times.expiry()).toMillis(),
        times.pollInterval().toMillis());
  }
}
