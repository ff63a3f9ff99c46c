/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of servers whose tasks ask, and of what listeners are told about tasks. */
final class TaskInputFaults {
  private static final String STATUS = "notifications/tasks";

  private TaskInputFaults() {}

  static List<Fault> all() {
    return Stream.of(questions(), answers(), notifications()).flatMap(List::stream).toList();
  }

  private static List<Fault> questions() {
    return List.of(
        TaskFaults.got(
                "questions are left out",
                "task.get-input-required",
                task -> task.remove("inputRequests"))
            .in("TaskInput"),
        TaskFaults.got(
                "questions are told one at a time",
                "task.input-requests-complete",
                task -> {
                  JsonNode requests = task.path("inputRequests");
                  if (requests.size() > 1) {
                    String first = requests.propertyNames().iterator().next();
                    ((ObjectNode) requests).retain(List.of(first));
                  }
                })
            .in("TaskInput"),
        Fault.reply(
                "a key is there twice",
                "task.key-unique",
                (request, reply) -> {
                  JsonNode requests = reply.message().path("result").path("inputRequests");
                  if (!requests.isEmpty()) {
                    String key =
                        Json.write(Json.string(requests.propertyNames().iterator().next()));
                    String before = "\"inputRequests\":{";
                    String twice = before + key + ":{\"method\":\"roots/list\"},";
                    reply.body = Bytes.utf8(reply.body.text().replace(before, twice));
                  }
                })
            .in("TaskInput"),
        renumbered("keys are counted anew each round", "task.key-one-request", question -> {}),
        renumbered(
            "the same question comes back under its key",
            "task.key-not-reused",
            question -> question.withObject("params").put("message", "Again?")));
  }

  private interface Change {
    void on(ObjectNode question);
  }

  /** Questions have numbers for keys, and answers find their questions all the same. */
  private static Fault renumbered(String name, String requirement, Change change) {
    Map<String, List<String>> real = new ConcurrentHashMap<>();
    BiConsumer<ProxyRequest, ObjectNode> renumber =
        (request, task) -> {
          JsonNode requests = task.path("inputRequests");
          if (requests.isObject()) {
            List<String> keys = new ArrayList<>(requests.propertyNames());
            ObjectNode numbered = Json.object();
            for (int i = 0; i < keys.size(); i++) {
              ObjectNode question = (ObjectNode) requests.path(keys.get(i));
              change.on(question);
              numbered.set(String.valueOf(i), question);
            }
            task.set("inputRequests", numbered);
            real.put(request.params().path("taskId").stringValue(""), keys);
          }
        };
    return FeatureFaults.of(TaskFaults.GET, name, requirement, renumber)
        .from(
            request -> {
              JsonNode answers = request.params().path("inputResponses");
              List<String> keys =
                  real.getOrDefault(request.params().path("taskId").stringValue(""), List.of());
              if (request.method().equals(TaskFaults.UPDATE) && !answers.isEmpty()) {
                ObjectNode named = Json.object();
                for (Map.Entry<String, JsonNode> answer : answers.properties()) {
                  boolean number = answer.getKey().matches("[0-9]");
                  int index = number ? Integer.parseInt(answer.getKey()) : keys.size();
                  named.set(
                      index < keys.size() ? keys.get(index) : answer.getKey(), answer.getValue());
                }
                ObjectNode message = request.message();
                message.withObject("params").set("inputResponses", named);
                request.message(message);
              }
              return Optional.empty();
            })
        .in("TaskInput");
  }

  private static List<Fault> answers() {
    return List.of(
        filledUp(),
        HttpFaults.requests(
                "answers are lost",
                "task.completed-same-result",
                request -> {
                  ObjectNode message = request.message();
                  for (JsonNode answer : message.path("params").path("inputResponses")) {
                    if (answer.path("content") instanceof ObjectNode content) {
                      content.put("answer", "lost");
                    }
                  }
                  request.message(message);
                })
            .in("TaskInput"));
  }

  /** Any answer answers all that is asked. */
  private static Fault filledUp() {
    Map<String, List<String>> open = new ConcurrentHashMap<>();
    return FeatureFaults.of(
            TaskFaults.GET,
            "one answer is taken for all",
            "task.partial-waits",
            (request, task) ->
                open.put(
                    request.params().path("taskId").stringValue(""),
                    new ArrayList<>(task.path("inputRequests").propertyNames())))
        .from(
            request -> {
              JsonNode answers = request.params().path("inputResponses");
              if (request.method().equals(TaskFaults.UPDATE) && !answers.isEmpty()) {
                JsonNode first = answers.iterator().next();
                ObjectNode message = request.message();
                ObjectNode all = message.withObject("params").withObject("inputResponses");
                String id = request.params().path("taskId").stringValue("");
                open.getOrDefault(id, List.of()).stream()
                    .filter(key -> !all.has(key))
                    .forEach(key -> all.set(key, first));
                request.message(message);
              }
              return Optional.empty();
            })
        .in("TaskInput.some");
  }

  private static List<Fault> notifications() {
    return List.of(
        told(
            "listeners are not told results",
            "task.notification-equals-get",
            params -> params.remove("result")),
        told(
            "listeners are told another time",
            "task.notification-equals-get",
            params -> params.put("createdAt", "2020-01-01T00:00:00Z")),
        told(
            "listeners do not know what they hear",
            "meta.subscription-id",
            params -> params.remove("_meta")),
        Fault.event(
                "listeners hear of progress",
                "task.no-progress-or-log",
                (request, event) ->
                    event.contains(STATUS)
                        ? List.of(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
                                + "\"params\":{\"progressToken\":1,\"progress\":1}}",
                            event)
                        : List.of(event))
            .in("TaskListen"),
        Fault.event(
                "listeners wait in vain",
                "task.listen-acknowledged",
                (request, event) -> event.contains(STATUS) ? List.of() : List.of(event))
            .in("TaskListen"),
        Fault.event(
                "listeners are promised other tasks",
                "task.listen-acknowledged",
                (request, event) -> {
                  ObjectNode message = Json.object(event);
                  if (message.path("method").stringValue("").endsWith("/acknowledged")) {
                    message
                        .withObject("params")
                        .withObject("notifications")
                        .withArray("taskIds")
                        .add("another");
                  }
                  return List.of(Json.write(message));
                })
            .in("TaskListen"));
  }

  private static Fault told(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return Fault.event(
            name,
            requirement,
            (request, event) -> {
              ObjectNode message = Json.object(event);
              if (message.path("method").stringValue("").equals(STATUS)) {
                spoiler.accept(message.withObject("params"));
              }
              return List.of(Json.write(message));
            })
        .in("TaskListen");
  }
}
