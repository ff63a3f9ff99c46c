/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Servers tell only what they have declared, in proper form, and on the stream it belongs to. */
final class ServerNotificationRule implements Rule {
  private static final String UPDATED = "notifications/resources/updated";
  private static final Map<String, String> CHANGES =
      Map.of(
          "notifications/tools/list_changed", "tools",
          "notifications/prompts/list_changed", "prompts",
          "notifications/resources/list_changed", "resources");

  @Override
  public Set<String> checks() {
    return Set.of(
        "logging.capability",
        "schema.log-message",
        "schema.change-notification",
        "lifecycle.negotiated-capabilities",
        "resource.updated-only-subscribed",
        "http.stream.related-only",
        "cancel.known-request",
        "cancel.id-issued",
        "elicit.complete-id",
        "elicit.complete-to-initiator");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    Optional<Conversation> conversation = Conversations.of(reply);
    if (conversation.isEmpty()) {
      return;
    }
    SessionState state = conversation.get().state();
    for (Reply.Message message : reply.notifications()) {
      if (!message.isRequest() && state.isNew(message)) {
        look(trial, reply.ask(), state, message.method(), message.node().path("params"));
      }
    }
  }

  private static void look(
      Trial trial, Ask ask, SessionState state, String method, JsonNode params) {
    String shown = method + " " + Json.brief(params);
    if (CHANGES.containsKey(method)) {
      declared(trial, CHANGES.getOrDefault(method, ""), "listChanged", shown);
      shape(trial, "schema.change-notification", "NotificationParams", orEmpty(params));
      related(trial, ask, shown);
    } else if (method.equals(UPDATED)) {
      declared(trial, "resources", "subscribe", shown);
      shape(
          trial,
          "schema.change-notification",
          "ResourceUpdatedNotificationParams",
          orEmpty(params));
      related(trial, ask, shown);
      trial.observe(
          "resource.updated-only-subscribed",
          state.isSubscribed(params.path("uri").stringValue("")),
          "updates of resources that the client subscribed to",
          shown);
    } else if (method.equals("notifications/message")) {
      trial.observe(
          "logging.capability",
          trial.profile().declares("logging"),
          "the capability logging",
          shown);
      shape(trial, "schema.log-message", "LoggingMessageNotificationParams", params);
    } else if (method.equals("notifications/cancelled")) {
      boolean known = state.hasAsked(params.path("requestId"));
      trial.observe("cancel.known-request", known, "the id of a request of the server", shown);
      trial.observe("cancel.id-issued", known, "the id of a request of the server", shown);
    } else if (method.equals("notifications/elicitation/complete")) {
      completed(trial, state, params.path("elicitationId"), shown);
    }
  }

  private static void declared(Trial trial, String feature, String member, String shown) {
    JsonNode capability = trial.profile().capabilities().path(feature);
    trial.observe(
        "lifecycle.negotiated-capabilities",
        capability.path(member).booleanValue(false),
        "only what the server declares: " + Json.brief(capability),
        shown);
  }

  /** Tools of the fixture that change nothing have nothing to do with changes, nor have lists. */
  private static void related(Trial trial, Ask ask, String shown) {
    if (!trial.isHttp() || !ask.isRequest()) {
      return;
    }
    String tool = ask.params().path("name").stringValue("");
    boolean ofContract = tool.startsWith("test_") || tool.startsWith("conformance_");
    boolean changes = Stream.of("trigger", "change", "touch").anyMatch(tool::contains);
    trial.observe(
        "http.stream.related-only",
        ask.method().equals("tools/call") && (changes || !ofContract),
        "only what belongs to " + ask.method() + " " + tool,
        shown);
  }

  private static void completed(Trial trial, SessionState state, JsonNode id, String shown) {
    trial.observe("elicit.complete-id", id.isString(), "the id of the elicitation", shown);
    trial.observe(
        "elicit.complete-to-initiator",
        !id.isString() || state.hasElicited(id),
        "completions of elicitations that this client was asked for",
        shown);
  }

  private static JsonNode orEmpty(JsonNode params) {
    return params.isMissingNode() ? Json.object() : params;
  }

  private static void shape(Trial trial, String requirement, String shape, JsonNode params) {
    List<String> problems = trial.shapes().problems(shape, params);
    trial.observe(
        requirement, problems.isEmpty(), "the shape of " + shape, String.join("; ", problems));
  }
}
