/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Rule;
import dev.mcp4j.conformance.wire.EventParser;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Streams begin and end as they should, messages that need no answer are accepted or refused. */
final class LegacyHttpRule implements Rule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "http.notification-202",
        "http.notification-refused-status",
        "http.stream.primed",
        "http.stream.has-response",
        "http.event-id.unique",
        "lifecycle.negotiated-version");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    version(trial, reply);
    if (!trial.isHttp() || reply.head().isEmpty()) {
      return;
    }
    boolean request = reply.ask().isRequest();
    if (!request && reply.ask().isReadable() && reply.ask().isSound()) {
      accepted(trial, reply);
    }
    if (request && reply.isStream()) {
      stream(trial, reply);
    }
    Conversations.of(reply).ifPresent(c -> eventIds(trial, reply, c.state()));
  }

  /** Later revisions ask by results. A result may have any member, also one of a later revision. */
  private static void version(Trial trial, Reply reply) {
    JsonNode result = reply.result();
    if (result.isObject() && reply.ask().membership().isPresent()) {
      trial.observe(
          "lifecycle.negotiated-version",
          !result.path("resultType").stringValue("").equals("input_required"),
          "no request for input in a result, which only later revisions have",
          Json.brief(result));
    }
  }

  private static void accepted(Trial trial, Reply reply) {
    if (reply.status() < 400) {
      trial.observe(
          "http.notification-202",
          reply.status() == 202 && reply.messages().isEmpty(),
          "status 202 and no body",
          reply.brief());
    }
    trial.observe(
        "http.notification-refused-status",
        reply.error().isMissingNode() || reply.status() >= 400,
        "an error status with the error",
        reply.brief());
  }

  private static void stream(Trial trial, Reply reply) {
    if (!reply.events().isEmpty()) {
      EventParser.Event first = reply.events().get(0);
      trial.observe(
          "http.stream.primed",
          first.id().isPresent() && first.data().isEmpty(),
          "a first event with an id and no data",
          "a first event with " + (first.id().isPresent() ? "an id and data" : "no id"));
    }
    trial.observe(
        "http.stream.has-response",
        reply.response().isPresent() || reply.ending() != Reply.Ending.NO_RESPONSE,
        "a response before the stream ends",
        reply.brief());
  }

  private static void eventIds(Trial trial, Reply reply, SessionState state) {
    for (EventParser.Event event : reply.events()) {
      if (event.id().isPresent() && state.isNew(event)) {
        boolean unused = state.isUnused(event.id().get());
        trial.observe(
            "http.event-id.unique",
            unused || state.isResumed(),
            "ids of events that were not used before",
            "the id " + event.id().get() + " again");
      }
    }
  }
}
