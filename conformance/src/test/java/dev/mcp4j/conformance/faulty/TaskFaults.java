/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.peer.HeaderText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of servers with tasks: how tasks are made, described, cancelled and kept. */
final class TaskFaults {
  static final String GET = "tasks/get";
  static final String UPDATE = "tasks/update";
  static final String CANCEL = "tasks/cancel";
  private static final String EXTENSION = "io.modelcontextprotocol/tasks";
  private static final Set<String> TERMINAL = Set.of("completed", "failed", "cancelled");

  private TaskFaults() {}

  static List<Fault> all() {
    return Stream.of(capabilities(), handles(), descriptions(), ends(), ids())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> capabilities() {
    return List.of(
        declaring("anybody gets tasks", "task.undeclared-gets-none", "tools/call")
            .in("Task.onlyTheRequest"),
        declaring("anybody may ask for tasks", "task.methods-undeclared", "tasks/")
            .in("Task.knownTask"),
        declaring("anybody may listen to tasks", "task.listen-undeclared", "subscriptions/listen"),
        EnvelopeFaults.errorsWith(
                -32021,
                "who declares no tasks is told otherwise",
                "task.methods-undeclared",
                -32600)
            .in("Task.knownTask"),
        EnvelopeFaults.messages(
                "what is required is not told",
                "task.required-refused",
                message -> message.path("error").has("data"),
                message -> ((ObjectNode) message.path("error")).remove("data"))
            .in("TaskTool.callThatNeeds"),
        HttpFaults.requests(
                "headers of requests about tasks are not compared",
                "http.header-mismatch.rejected",
                request -> {
                  if (request.method().startsWith("tasks/")) {
                    request.setHeader("Mcp-Method", request.method());
                    name(request);
                  }
                })
            .in("Task.headers"),
        Fault.request(
                "the wish of older clients is an error",
                "task.legacy-param-ignored",
                request ->
                    request.params().has("task")
                        ? Optional.of(ProxyReply.error(request, 200, -32602, "Unknown: task"))
                        : Optional.empty())
            .in("TaskRequest.wish"),
        Fault.request(
                "a task is made before it is clear that there should be one",
                "task.input-before-creation",
                request ->
                    request.isCallOf("test_tool_with_task")
                        ? Optional.of(
                            ProxyReply.result(request, task("made-too-early", "working", "task")))
                        : Optional.empty())
            .in("TaskTool.whatDecides"));
  }

  private static String task(String id, String status, String type) {
    return """
        {"resultType":"%s","taskId":"%s","status":"%s","createdAt":"2026-07-28T10:00:00Z",
         "lastUpdatedAt":"2026-07-28T10:00:00Z","ttlMs":60000}
        """
        .formatted(type, id, status);
  }

  private static void name(ProxyRequest request) {
    String id = request.params().path("taskId").stringValue("");
    request.setHeader("Mcp-Name", HeaderText.encode(id));
  }

  /** Requests declare the extension by the time the server sees them. */
  private static Fault declaring(String name, String requirement, String method) {
    return HttpFaults.requests(
        name,
        requirement,
        request -> {
          if (request.method().startsWith(method)) {
            ObjectNode message = request.message();
            message
                .withObject("params")
                .withObject("_meta")
                .withObject("io.modelcontextprotocol/clientCapabilities")
                .withObject("extensions")
                .putObject(EXTENSION);
            request.message(message);
          }
        });
  }

  private static List<Fault> handles() {
    return List.of(
        handle(
            "tasks are handed out as results",
            "task.result-type-task",
            r -> r.put("resultType", "complete")),
        handle(
            "tasks are wrapped",
            "task.creation-shape",
            r -> {
              ObjectNode inner = r.deepCopy();
              inner.remove("resultType");
              r.removeAll();
              r.put("resultType", "task").set("task", inner);
            }),
        handle("tasks are made without a time", "task.creation-shape", r -> r.remove("createdAt")),
        lost("the new task is not there yet", "task.durable-before-handle", seen -> seen == 1)
            .in("Task.taskCan"),
        lost("every other place knows the task", "task.waits-for-consistency", n -> n % 2 == 0)
            .in("Task.taskCan"),
        typed(CANCEL, "cancellations bring tasks", "task.result-type-only-creation", "task")
            .in("Task.taskThatHasEnded"),
        typed(GET, "described tasks are said to be new", "task.get-complete", "task")
            .in("Task.taskCan"),
        typed(UPDATE, "acknowledged answers are partial", "task.update-complete", "partial")
            .in("TaskInput"),
        typed(CANCEL, "cancellations go on", "task.cancel-complete", "working")
            .in("Task.taskThatHasEnded"));
  }

  private static Fault handle(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return FeatureFaults.of(
            "tools/call",
            name,
            requirement,
            (request, result) -> {
              if (result.path("resultType").stringValue("").equals("task")) {
                spoiler.accept(result);
              }
            })
        .in("Task.taskCan");
  }

  private static Fault typed(String method, String name, String requirement, String type) {
    return FeatureFaults.of(
        method, name, requirement, (request, result) -> result.put("resultType", type));
  }

  private interface Times {
    boolean is(int times);
  }

  /** Some of the requests for a task are answered as if there were none. */
  private static Fault lost(String name, String requirement, Times when) {
    Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          if (request.method().equals(GET) && reply.isResult()) {
            String id = request.params().path("taskId").stringValue("");
            if (when.is(seen.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet())) {
              reply.message(ProxyReply.error(request, 200, -32602, "No such task").message());
            }
          }
        });
  }

  private static List<Fault> descriptions() {
    AtomicInteger clock = new AtomicInteger();
    return List.of(
        got("the time to live is left out", "task.shape", t -> t.remove("ttlMs"))
            .in("Task.taskCan"),
        got("the status has a name of its own", "task.shape", t -> t.put("status", "running"))
            .in("Task.taskCan"),
        got(
                "times are written for people",
                "task.times-iso",
                t -> t.put("lastUpdatedAt", "Tue, 28 Jul 2026 10:00:00 GMT"))
            .in("Task.taskCan"),
        got(
                "the beginning moves",
                "task.created-fixed",
                t ->
                    t.put(
                        "createdAt",
                        "2026-07-28T10:00:%02dZ".formatted(clock.incrementAndGet() % 60)))
            .in("Task.taskCan"),
        got("another task is described", "task.get-answers", t -> t.put("taskId", "another"))
            .in("Task.taskCan"),
        as("completed", "results are left out", "task.get-completed", t -> t.remove("result"))
            .in("TaskTool.severalTasks"),
        as(
                "completed",
                "results are shortened",
                "task.completed-same-result",
                t -> t.withObject("result").putArray("content"))
            .in("TaskTool.severalTasks"),
        as(
                "completed",
                "results are no results of tools",
                "task.completed-same-result",
                t -> t.withObject("result").remove("content"))
            .in("TaskTool.severalTasks"),
        as("failed", "errors are left out", "task.get-failed", t -> t.remove("error"))
            .in("TaskTool.errorOfTheProtocol"),
        as(
                "failed",
                "errors have a code of their own",
                "task.failed-same-error",
                t -> t.withObject("error").put("code", -32000))
            .in("TaskTool.errorOfTheProtocol"),
        as(
                "failed",
                "failures are not explained",
                "task.failed-message",
                t -> t.remove("statusMessage"))
            .in("TaskTool.errorOfTheProtocol"),
        as(
                "cancelled",
                "cancelled tasks have no times",
                "task.get-cancelled",
                t -> t.remove("lastUpdatedAt"))
            .in("TaskTool.cancelledTask"));
  }

  static Fault got(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return FeatureFaults.of(GET, name, requirement, (request, result) -> spoiler.accept(result));
  }

  private static Fault as(
      String status, String name, String requirement, Consumer<ObjectNode> spoiler) {
    return got(
        name,
        requirement,
        task -> {
          if (task.path("status").stringValue("").equals(status)) {
            spoiler.accept(task);
          }
        });
  }

  private static List<Fault> ends() {
    return List.of(
        afterTheEnd(
                "a task that has ended is worked on again",
                "task.terminal-final",
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  message.withObject("result").put("status", "working");
                  reply.message(message);
                })
            .in("Task.taskThatHasEnded"),
        afterTheEnd(
                "a task is forgotten when its result was fetched",
                "task.ttl-reachable",
                (request, reply) ->
                    reply.message(ProxyReply.error(request, 200, -32602, "No such task").message()))
            .in("Task.taskThatHasEnded"),
        toolError("errors of tools are failures", "task.failed-only-protocol"),
        toolError("errors of tools complete nothing", "task.tool-error-completes"),
        FeatureFaults.of(
                CANCEL,
                "a cancellation is answered with the task",
                "task.cancel-acknowledged",
                (request, result) -> result.put("taskId", "t").put("status", "cancelled"))
            .in("Task.taskThatHasEnded"),
        twice().in("TaskTool.cancelledTask"));
  }

  /** Spoils what is told of a task once its end was told. */
  private static Fault afterTheEnd(String name, String requirement, Fault.ReplySpoiler spoiler) {
    Set<String> ended = ConcurrentHashMap.newKeySet();
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          JsonNode task = reply.message().path("result");
          boolean end = TERMINAL.contains(task.path("status").stringValue(""));
          if (request.method().equals(GET)
              && end
              && !ended.add(request.params().path("taskId").stringValue(""))) {
            spoiler.spoil(request, reply);
          }
        });
  }

  private static Fault toolError(String name, String requirement) {
    return got(
            name,
            requirement,
            task -> {
              if (task.path("result").path("isError").booleanValue(false)) {
                if (requirement.endsWith("completes")) {
                  task.put("status", "cancelled").remove("result");
                } else {
                  task.put("status", "failed").put("statusMessage", "no").remove("result");
                  task.putObject("error").put("code", -32603).put("message", "no");
                }
              }
            })
        .in("TaskTool.errorOfATool");
  }

  /** A task can be cancelled once. */
  private static Fault twice() {
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    return Fault.request(
        "a task can be cancelled once",
        "task.cancel-acknowledged",
        request ->
            request.method().equals(CANCEL)
                    && !cancelled.add(request.params().path("taskId").stringValue(""))
                ? Optional.of(ProxyReply.error(request, 200, -32600, "Cancelled already"))
                : Optional.empty());
  }

  private static List<Fault> ids() {
    AtomicInteger numbers = new AtomicInteger();
    return List.of(
        renamed("tasks are counted", id -> "task-" + numbers.incrementAndGet()),
        renamed(
            "only the end of ids differs",
            id -> "6f1c2d0e-5b7a-4a7e-9f3e-%012x".formatted(numbers.incrementAndGet())));
  }

  private interface Renaming {
    String rename(String id);
  }

  /** Tasks have other ids, by which the server knows them all the same. */
  private static Fault renamed(String name, Renaming renaming) {
    Map<String, String> real = new ConcurrentHashMap<>();
    Map<String, String> alias = new ConcurrentHashMap<>();
    return HttpFaults.requests(
            name,
            "task.id-unguessable",
            request -> {
              String id = real.get(request.params().path("taskId").stringValue(""));
              if (id != null) {
                ObjectNode message = request.message();
                message.withObject("params").put("taskId", id);
                request.message(message);
                name(request);
              }
            })
        .and(
            (request, reply) -> {
              ObjectNode message = reply.message();
              String id = message.path("result").path("taskId").stringValue("");
              if (!id.isEmpty()) {
                String other = alias.computeIfAbsent(id, renaming::rename);
                real.put(other, id);
                message.withObject("result").put("taskId", other);
                reply.message(message);
              }
            });
  }
}
