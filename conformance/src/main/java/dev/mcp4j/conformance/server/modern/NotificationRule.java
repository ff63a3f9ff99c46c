/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Notifications belong to the request whose stream they come on, and come before its response. */
final class NotificationRule implements Rule {
  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");
  private static final Map<String, String> CHANGES =
      Map.of(
          "notifications/tools/list_changed", "NotificationParams",
          "notifications/prompts/list_changed", "NotificationParams",
          "notifications/resources/list_changed", "NotificationParams",
          "notifications/resources/updated", "ResourceUpdatedNotificationParams");

  @Override
  public Set<String> checks() {
    return Set.of(
        "schema.log-message",
        "schema.change-notification",
        "logging.opt-in",
        "logging.capability",
        "logging.level-respected",
        "logging.own-stream",
        "http.stream.related-only",
        "cancel.server-only-subscription",
        "cancel.server-references-listen");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    for (Reply.Message message : reply.notifications()) {
      switch (message.method()) {
        case "notifications/progress", "notifications/cancelled" -> {
          // looked at elsewhere
        }
        case "notifications/message" -> log(trial, reply.ask(), message.node().path("params"));
        default -> change(trial, reply.ask(), message);
      }
    }
    cancelled(trial, reply);
  }

  private static void log(Trial trial, Ask ask, JsonNode params) {
    String shown = Json.brief(params);
    JsonNode wanted = ask.meta().path(Ask.LOG_LEVEL);
    boolean listen = ask.method().equals("subscriptions/listen");
    trial.observe("logging.own-stream", !listen, "no log messages on a subscription", shown);
    trial.observe(
        "logging.opt-in", !wanted.isMissingNode(), "no log messages without a log level", shown);
    shape(trial, "schema.log-message", "LoggingMessageNotificationParams", params);
    if (trial.profile().capabilities().isObject()) {
      trial.observe(
          "logging.capability",
          trial.profile().declares("logging"),
          "the capability logging",
          Json.brief(trial.profile().capabilities()));
    }
    int level = LEVELS.indexOf(params.path("level").stringValue(""));
    int least = LEVELS.indexOf(wanted.stringValue(""));
    trial.observe(
        "logging.level-respected", level >= least || level < 0, "at least " + wanted, shown);
  }

  /** Servers cancel nothing but subscriptions. */
  private static void cancelled(Trial trial, Reply reply) {
    List<Reply.Message> cancellations =
        reply.notifications().stream()
            .filter(message -> message.method().equals("notifications/cancelled"))
            .toList();
    boolean listen = reply.ask().method().equals("subscriptions/listen");
    String shown = cancellations.isEmpty() ? "" : Json.brief(cancellations.get(0).node());
    trial.observe(
        "cancel.server-only-subscription",
        listen || cancellations.isEmpty(),
        "no cancellation by the server",
        shown);
    boolean same =
        cancellations.stream()
            .map(message -> message.node().path("params").path("requestId"))
            .allMatch(id -> reply.ask().id().filter(own -> Json.same(own, id)).isPresent());
    trial.observe(
        "cancel.server-references-listen",
        (listen && same) || cancellations.isEmpty(),
        "a cancellation of the listen request",
        shown);
  }

  private static void change(Trial trial, Ask ask, Reply.Message message) {
    String shape = CHANGES.get(message.method());
    boolean listen = ask.method().equals("subscriptions/listen");
    boolean subscription =
        shape != null || message.method().equals("notifications/subscriptions/acknowledged");
    if (trial.isHttp()) {
      trial.observe(
          "http.stream.related-only",
          listen || !subscription,
          "only notifications that belong to " + ask.method(),
          Json.brief(message.node()));
    }
    if (shape != null) {
      shape(trial, "schema.change-notification", shape, params(message));
    }
  }

  private static JsonNode params(Reply.Message message) {
    JsonNode params = message.node().path("params");
    return params.isMissingNode() ? Json.object() : params;
  }

  private static void shape(Trial trial, String requirement, String shape, JsonNode params) {
    List<String> problems = trial.shapes().problems(shape, params);
    trial.observe(
        requirement, problems.isEmpty(), "the shape of " + shape, String.join("; ", problems));
  }
}
