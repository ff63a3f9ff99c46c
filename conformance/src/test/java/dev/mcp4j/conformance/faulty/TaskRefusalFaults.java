/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Faults of servers with tasks: what they refuse, and what they should. */
final class TaskRefusalFaults {
  private TaskRefusalFaults() {}

  static List<Fault> all() {
    return Stream.of(unknown(), errors()).flatMap(List::stream).toList();
  }

  private static List<Fault> unknown() {
    return List.of(
        acknowledged(TaskFaults.UPDATE, "answers to nothing are taken", "task.update-unknown"),
        acknowledged(TaskFaults.CANCEL, "nothing can be cancelled", "task.cancel-unknown"),
        EnvelopeFaults.errorsWith(
                -32602, "unknown tasks are an internal error", "task.get-unknown", -32603)
            .in("TaskRequest.unknown"),
        Fault.reply(
                "what cannot be cancelled has a code of its own",
                "task.unknown-code",
                (request, reply) -> {
                  if (request.method().equals(TaskFaults.CANCEL) && reply.code() == -32602) {
                    reply.message(ProxyReply.error(request, 200, -31000, "Unknown").message());
                  }
                })
            .in("TaskRequest.unknown"),
        Fault.request(
            "tasks can be listed",
            "task.no-list",
            request ->
                request.method().equals("tasks/list")
                    ? Optional.of(
                        ProxyReply.result(request, "{\"resultType\":\"complete\",\"tasks\":[]}"))
                    : Optional.empty()),
        Fault.request(
            "results can be waited for",
            "task.no-list",
            request ->
                request.method().equals("tasks/result")
                    ? Optional.of(ProxyReply.error(request, 200, -32602, "No such task"))
                    : Optional.empty()));
  }

  private static Fault acknowledged(String method, String name, String requirement) {
    Predicate<ProxyRequest> which = request -> request.method().equals(method);
    return Fault.reply(
            name,
            requirement,
            (request, reply) -> {
              if (which.test(request) && reply.code() == -32602) {
                reply.message(
                    ProxyReply.result(request, "{\"resultType\":\"complete\"}").message());
                reply.status = 200;
              }
            })
        .in("TaskRequest.unknown");
  }

  private static List<Fault> errors() {
    return List.of(
        FeatureFaults.of(
                TaskFaults.UPDATE,
                "answers are answered with the task",
                "task.update-acknowledged",
                (request, result) -> result.put("status", "working"))
            .in("TaskInput"),
        Fault.request(
                "answers that nobody asked for are refused",
                "task.stray-responses-ignored",
                request ->
                    request.params().path("inputResponses").has("conformance-never-asked")
                        ? Optional.of(ProxyReply.error(request, 200, -32602, "Not asked"))
                        : Optional.empty())
            .in("Task.taskKeeps"));
  }
}
