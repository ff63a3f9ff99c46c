/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of what comes on streams: progress, log messages, subscriptions. */
final class StreamFaults {
  private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
  private static final String PROGRESS = "notifications/progress";
  private static final String MESSAGE = "notifications/message";

  private StreamFaults() {}

  static List<Fault> all() {
    return List.of(
        events(
            PROGRESS,
            "the token is another one",
            "progress.known-token",
            params -> params.put("progressToken", "another")),
        events(
            PROGRESS,
            "progress stands still",
            "progress.increases",
            params -> params.put("progress", 1)),
        Fault.end(
                "progress goes on after the response",
                "progress.stops",
                (request, event) -> progressOf(request))
            .in("Progress.progress"),
        before(
                PROGRESS,
                "progress comes without a token",
                "progress.known-token",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                    + "{\"progressToken\":\"t\",\"progress\":1}}")
            .in("Progress.progress"),
        events(
                PROGRESS,
                "progress is a text",
                "schema.progress",
                params -> params.put("progress", "half"))
            .in("Progress.progress"),
        before(
                PROGRESS,
                "log messages come unasked",
                "logging.opt-in",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":"
                    + "{\"level\":\"info\",\"data\":\"x\"}}")
            .in("Progress.progress"),
        events(
            MESSAGE,
            "log messages are too low",
            "logging.level-respected",
            params -> params.put("level", "debug")),
        events(
                MESSAGE,
                "log messages have no data",
                "schema.log-message",
                params -> params.remove("data"))
            .in("Notification.logMessages"),
        FeatureFaults.of(
            "server/discover",
            "logging is not declared",
            "logging.capability",
            (request, result) -> ((ObjectNode) result.path("capabilities")).remove("logging")),
        Fault.request(
            "invented levels are taken",
            "logging.invalid-level",
            request -> {
              if (!request.meta("logLevel").isMissingNode()) {
                ObjectNode message = request.message();
                message
                    .withObject("params")
                    .withObject("_meta")
                    .put("io.modelcontextprotocol/logLevel", "info");
                request.message(message);
              }
              return java.util.Optional.empty();
            }),
        before(
                PROGRESS,
                "changes are told on other streams",
                "http.stream.related-only",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}")
            .in("Progress.progress"),
        before(
                PROGRESS,
                "the server cancels something",
                "cancel.server-only-subscription",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                    + "{\"requestId\":1}}")
            .in("Progress.progress"),
        before(
                PROGRESS,
                "the server sends a request",
                "pattern.server-sends-no-requests",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}")
            .in("Progress.progress"),
        before(
                PROGRESS,
                "the server asks on the stream",
                "mrtr.only-way-to-ask",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"elicitation/create\",\"params\":{}}")
            .in("Progress.progress"),
        before(
                PROGRESS,
                "a notification has an id",
                "notification.no-id",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"notifications/progress\",\"params\":"
                    + "{\"progressToken\":\"t\",\"progress\":1}}")
            .in("Progress.progress"),
        Fault.event(
                "an event is no JSON", "jsonrpc.valid", (request, event) -> List.of("{" + event))
            .in("Progress.progress"),
        Fault.event(
            "the acknowledgment is missing",
            "subscription.ack-first",
            (request, event) ->
                event.contains(ACKNOWLEDGED) ? List.of(changed(request)) : List.of(event)),
        Fault.event(
            "a change comes before the acknowledgment",
            "subscription.nothing-before-ack",
            (request, event) ->
                event.contains(ACKNOWLEDGED) ? List.of(changed(request), event) : List.of(event)),
        events(
            ACKNOWLEDGED,
            "the acknowledgment has no id",
            "meta.subscription-id",
            params -> params.remove("_meta")),
        events(
            ACKNOWLEDGED,
            "the acknowledgment has no filter",
            "schema.acknowledged",
            params -> params.remove("notifications")),
        events(
            ACKNOWLEDGED,
            "everything is acknowledged",
            "subscription.ack-subset",
            params ->
                params
                    .withObject("notifications")
                    .put("toolsListChanged", true)
                    .put("promptsListChanged", true)
                    .put("resourcesListChanged", true)),
        Fault.request(
            "every subscription brings everything",
            "subscription.only-requested",
            request -> {
              if (request.method().equals("subscriptions/listen")) {
                ObjectNode message = request.message();
                message
                    .withObject("params")
                    .withObject("notifications")
                    .put("toolsListChanged", true)
                    .put("promptsListChanged", true)
                    .put("resourcesListChanged", true);
                request.message(message);
              }
              return java.util.Optional.empty();
            }),
        events(
            "notifications/tools/list_changed",
            "a change has the wrong id",
            "meta.subscription-id",
            params ->
                params.withObject("_meta").put("io.modelcontextprotocol/subscriptionId", "wrong")),
        silent(
            "notifications/tools/list_changed",
            "changes of tools are not told",
            "tool.list-changed"),
        silent(
            "notifications/prompts/list_changed",
            "changes of prompts are not told",
            "prompt.list-changed"),
        silent(
            "notifications/resources/list_changed",
            "changes of resources are not told",
            "resource.list-changed"));
  }

  static List<String> progressOf(ProxyRequest request) {
    JsonNode token = request.params().path("_meta").path("progressToken");
    if (token.isMissingNode()) {
      return List.of();
    }
    ObjectNode params = Json.object().put("progress", 1000);
    params.set("progressToken", token);
    ObjectNode message = Json.object().put("jsonrpc", "2.0").put("method", PROGRESS);
    message.set("params", params);
    return List.of(Json.write(message));
  }

  private static String changed(ProxyRequest request) {
    ObjectNode message =
        Json.object().put("jsonrpc", "2.0").put("method", "notifications/tools/list_changed");
    message
        .withObject("params")
        .withObject("_meta")
        .set("io.modelcontextprotocol/subscriptionId", request.message().path("id"));
    return Json.write(message);
  }

  static Fault silent(String method, String name, String requirement) {
    return Fault.event(
        name, requirement, (request, event) -> event.contains(method) ? List.of() : List.of(event));
  }

  static Fault before(String method, String name, String requirement, String extra) {
    return Fault.event(
        name,
        requirement,
        (request, event) -> {
          List<String> events = new ArrayList<>();
          if (event.contains(method)) {
            events.add(extra);
          }
          events.add(event);
          return events;
        });
  }

  static Fault events(
      String method, String name, String requirement, Consumer<ObjectNode> spoiler) {
    return Fault.event(
        name,
        requirement,
        (request, event) -> {
          ObjectNode message = Json.object(event);
          if (message.path("method").stringValue("").equals(method)) {
            spoiler.accept(message.withObject("params"));
          }
          return List.of(Json.write(message));
        });
  }
}
