/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Questions;
import dev.mcp4j.conformance.server.common.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a server asks has an id of its own, the shape of its method, and goes one way only. */
final class ServerRequestRule implements Rule {
  private static final Map<String, String> SHAPES =
      Map.of(
          "ping", "PingRequest",
          "roots/list", "ListRootsRequest",
          "elicitation/create", "ElicitRequest",
          "sampling/createMessage", "CreateMessageRequest");

  @Override
  public Set<String> checks() {
    Set<String> checks = new TreeSet<>(Questions.checks());
    checks.addAll(
        Set.of(
            "request.id.present",
            "request.id.not-null",
            "request.id.unused-in-session",
            "http.no-broadcast",
            "http.one-stream-per-message",
            "schema.server-request",
            "lifecycle.server-waits",
            "progress.token-type",
            "progress.token-unique"));
    return checks;
  }

  @Override
  public void look(Trial trial, Reply reply) {
    Optional<Conversation> conversation = Conversations.of(reply);
    if (conversation.isEmpty()) {
      return;
    }
    SessionState state = conversation.get().state();
    for (Reply.Message message : reply.notifications()) {
      if (message.isRequest() && state.isNew(message)) {
        request(trial, reply.ask(), state, message.node());
        Questions.look(trial, conversation.get().capabilities(), message.node());
      }
    }
  }

  private static void request(Trial trial, Ask ask, SessionState state, JsonNode request) {
    String shown = Json.brief(request);
    JsonNode id = request.path("id");
    trial.observe("request.id.not-null", !id.isNull(), "an id that is not null", shown);
    trial.observe(
        "request.id.present",
        id.isString() || id.isIntegralNumber(),
        "an id that is a string or an integer",
        shown);
    ids(trial, ask, state, request);
    String method = request.path("method").stringValue("");
    trial.observe(
        "lifecycle.server-waits",
        state.isReady() || method.equals("ping"),
        "nothing but pings before notifications/initialized",
        shown);
    String shape = SHAPES.get(method);
    if (shape != null) {
      List<String> problems = trial.shapes().problems(shape, request);
      trial.observe(
          "schema.server-request",
          problems.isEmpty(),
          "the shape of " + shape,
          String.join("; ", problems));
    }
    JsonNode token = request.path("params").path("_meta").path("progressToken");
    trial.observe(
        "progress.token-type",
        token.isMissingNode() || token.isString() || token.isIntegralNumber(),
        "a progress token that is a string or an integer",
        shown);
    trial.observe(
        "progress.token-unique",
        token.isMissingNode() || state.isUnusedToken(token),
        "a progress token that was not used before",
        shown);
    if (request.path("params").has("elicitationId")) {
      state.elicited(request.path("params").path("elicitationId"));
    }
  }

  private static void ids(Trial trial, Ask ask, SessionState state, JsonNode request) {
    String shown = Json.brief(request);
    Optional<SessionState.Asked> before = state.asked(request, ask);
    boolean elsewhere =
        before.filter(same -> same.stream() != ask && same.request().equals(request)).isPresent();
    if (trial.isHttp()) {
      String once = "each message on one stream only";
      boolean repeated = elsewhere && !state.isResumed();
      trial.observe("http.no-broadcast", !repeated, once, shown + " again");
      trial.observe("http.one-stream-per-message", !repeated, once, shown + " again");
    }
    trial.observe(
        "request.id.unused-in-session",
        before.isEmpty() || elsewhere || state.isResumed(),
        "an id that was not used before",
        shown);
  }
}
