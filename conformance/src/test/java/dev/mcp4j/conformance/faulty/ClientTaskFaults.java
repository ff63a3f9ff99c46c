/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of clients with tasks. */
final class ClientTaskFaults {
  private ClientTaskFaults() {}

  static List<ClientFault> all() {
    return List.of(
        requests(
            "requests about tasks do not name them in headers",
            "task.name-header",
            request -> request.removeHeader("Mcp-Name")),
        requests(
            "headers name all tasks alike",
            "task.name-header",
            request -> request.setHeader("Mcp-Name", "tasks")),
        params(
            "tasks are asked for as if there was no extension",
            "task.declared-on-requests",
            params ->
                params
                    .withObject("_meta")
                    .withObject("io.modelcontextprotocol/clientCapabilities")
                    .remove("extensions")),
        params(
            "answers have a name of their own",
            "task.request-shape",
            params -> {
              if (params.has("inputResponses")) {
                params.set("responses", params.path("inputResponses"));
                params.remove("inputResponses");
              }
            }),
        again(),
        params(
            "answers have keys of their own",
            "task.response-key-outstanding",
            params -> {
              ObjectNode answers = params.withObject("inputResponses");
              for (String key : List.copyOf(answers.propertyNames())) {
                answers.set(key + "!", answers.path(key));
              }
            }),
        swallowed(),
        renamed(),
        ClientFault.of(
            results(
                    "the client asks as often as it likes",
                    "task.poll-interval",
                    result -> {
                      if (result.has("pollIntervalMs")) {
                        result.put("pollIntervalMs", 1);
                      }
                    })
                .in("Task.clientAsks")),
        ClientFault.of(
            results(
                    "the client asks once",
                    "task.polls-to-end",
                    result -> {
                      if (result.path("status").stringValue("").equals("working")
                          && !result.path("resultType").stringValue("").equals("task")) {
                        result.put("status", "completed").set("result", done("done"));
                      }
                    })
                .in("Task.eitherKind")),
        ClientFault.of(
            results(
                    "tasks are unheard-of",
                    "task.either-result",
                    result -> {
                      if (result.path("resultType").stringValue("").equals("task")) {
                        result.put("resultType", "unheard-of");
                      }
                    })
                .in("Task.eitherKind")),
        ClientFault.of(
            Fault.reply(
                    "a task is taken for anything",
                    "task.unsupported-request-invalid",
                    (request, reply) -> {
                      ObjectNode message = reply.message();
                      if (message
                          .path("result")
                          .path("resultType")
                          .stringValue("")
                          .equals("task")) {
                        message.set("result", anything());
                        reply.message(message);
                      }
                    })
                .in("Task.taskIsNo")));
  }

  private static ObjectNode done(String text) {
    ObjectNode result = Json.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  private static ObjectNode anything() {
    ObjectNode result =
        Json.object().put("resultType", "complete").put("ttlMs", 0).put("cacheScope", "private");
    result.putArray("tools");
    result.putArray("messages");
    result.putArray("contents");
    return result;
  }

  private static ClientFault requests(
      String name, String requirement, Consumer<ProxyRequest> change) {
    return ClientFault.of(
        Fault.request(
                name,
                requirement,
                request -> {
                  if (request.method().startsWith("tasks/")) {
                    change.accept(request);
                  }
                  return Optional.empty();
                })
            .in("Task.eitherKind"));
  }

  private static ClientFault params(String name, String requirement, Consumer<ObjectNode> change) {
    ClientFault fault =
        requests(
            name,
            requirement,
            request -> {
              ObjectNode message = request.message();
              change.accept(message.withObject("params"));
              request.message(message);
            });
    return ClientFault.of(fault.fault().in("Task.eitherKind", "Task.questions")).slow();
  }

  private static Fault results(String name, String requirement, Consumer<ObjectNode> change) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          ObjectNode message = reply.message();
          if (message.path("result") instanceof ObjectNode result) {
            change.accept(result);
            reply.message(message);
          }
        });
  }

  /** Answers of earlier rounds are repeated. */
  private static ClientFault again() {
    Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    return params(
        "answers are repeated",
        "task.responses-once",
        params -> {
          if (params.has("inputResponses")) {
            ObjectNode given = params.withObject("inputResponses");
            List<String> own = new ArrayList<>(given.propertyNames());
            answers.forEach(given::set);
            own.forEach(key -> answers.put(key, given.path(key)));
          }
        });
  }

  /** Answers do not leave the client. */
  private static ClientFault swallowed() {
    return ClientFault.of(
            Fault.request(
                    "questions of tasks are not answered",
                    "task.input-fulfilled",
                    request ->
                        request.method().equals("tasks/update")
                            ? Optional.of(
                                ProxyReply.result(request, "{\"resultType\":\"complete\"}"))
                            : Optional.empty())
                .in("Task.questions"))
        .slow();
  }

  /** The client takes each question that it sees for a new one. */
  private static ClientFault renamed() {
    AtomicInteger number = new AtomicInteger();
    return ClientFault.of(
        Fault.request(
                "questions are put again each time they are seen",
                "task.input-deduplicated",
                request -> {
                  ObjectNode message = request.message();
                  JsonNode answers = message.path("params").path("inputResponses");
                  if (request.method().equals("tasks/update")) {
                    ObjectNode named = Json.object();
                    answers
                        .properties()
                        .forEach(a -> named.set(a.getKey().split("§", 2)[0], a.getValue()));
                    message.withObject("params").set("inputResponses", named);
                    request.message(message);
                  }
                  return Optional.empty();
                })
            .and(
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  JsonNode requests = message.path("result").path("inputRequests");
                  if (request.method().equals("tasks/get") && requests.isObject()) {
                    ObjectNode fresh = Json.object();
                    requests
                        .properties()
                        .forEach(
                            r ->
                                fresh.set(
                                    r.getKey() + "§" + number.incrementAndGet(), r.getValue()));
                    message.withObject("result").set("inputRequests", fresh);
                    reply.message(message);
                  }
                })
            .in("Task.questions"));
  }
}
