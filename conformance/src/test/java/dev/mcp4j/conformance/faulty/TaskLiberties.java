/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** What servers with tasks may do though ours does not. */
final class TaskLiberties {
  private static final String EMPTY = "{\"resultType\":\"complete\"}";

  private TaskLiberties() {}

  static List<Fault> all() {
    AtomicInteger requests = new AtomicInteger();
    return List.of(
        wholeRounds(),
        Fault.request(
                "tasks are not cancelled",
                "task.cancel-acknowledged",
                request ->
                    request.method().equals(TaskFaults.CANCEL)
                        ? Optional.of(ProxyReply.result(request, EMPTY))
                        : Optional.empty())
            .in("Task.taskKeeps", "TaskTool.cancelledTask"),
        Fault.request(
                "who asks too often is put off",
                "task.terminal-final",
                request ->
                    request.method().equals(TaskFaults.GET) && requests.incrementAndGet() % 3 == 0
                        ? Optional.of(ProxyReply.error(request, 200, -31000, "Not so fast"))
                        : Optional.empty())
            .in("Task.task", "TaskTool.severalTasks", "TaskInput"),
        Fault.event(
                "nobody is told of tasks",
                "task.listen-acknowledged",
                (request, event) -> {
                  ObjectNode message = Json.object(event);
                  if (message.path("method").stringValue("").endsWith("/acknowledged")) {
                    message.withObject("params").withObject("notifications").remove("taskIds");
                  }
                  return event.contains("notifications/tasks")
                      ? List.of()
                      : List.of(Json.write(message));
                })
            .in("TaskListen"));
  }

  /** Answers are taken only when they are answers to all that is asked. */
  private static Fault wholeRounds() {
    Map<String, Set<String>> open = new ConcurrentHashMap<>();
    return FeatureFaults.of(
            TaskFaults.GET,
            "answers are taken only all together",
            "task.partial-waits",
            (request, task) ->
                open.put(
                    request.params().path("taskId").stringValue(""),
                    Set.copyOf(task.path("inputRequests").propertyNames())))
        .from(
            request -> {
              Set<String> asked =
                  open.getOrDefault(request.params().path("taskId").stringValue(""), Set.of());
              boolean all =
                  request.params().path("inputResponses").propertyNames().containsAll(asked);
              return request.method().equals(TaskFaults.UPDATE) && !all
                  ? Optional.of(ProxyReply.result(request, EMPTY))
                  : Optional.empty();
            })
        .in("TaskInput");
  }
}
