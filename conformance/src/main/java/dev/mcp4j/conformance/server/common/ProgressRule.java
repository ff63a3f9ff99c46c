/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Progress has the token of its request, grows, and ends with the response. */
final class ProgressRule implements Rule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "progress.known-token", "progress.increases", "progress.stops", "schema.progress");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    if (!reply.ask().isRequest()) {
      return;
    }
    boolean answered = false;
    Optional<JsonNode> last = Optional.empty();
    for (Reply.Message message : reply.messages()) {
      JsonNode params = message.node().path("params");
      answered |= message.isResponse();
      if (message.method().equals("notifications/progress")) {
        progress(trial, reply.ask(), params, answered, last);
        last = Optional.of(params.path("progress"));
      }
    }
  }

  private static void progress(
      Trial trial, Ask ask, JsonNode params, boolean answered, Optional<JsonNode> last) {
    String shown = Json.brief(params);
    JsonNode token = ask.meta().path("progressToken");
    boolean known =
        !token.isMissingNode()
            && Json.write(token).equals(Json.write(params.path("progressToken")));
    trial.observe(
        "progress.known-token",
        known,
        token.isMissingNode() ? "no progress, without a token" : "the token " + token,
        shown);
    List<String> problems = trial.shapes().problems("ProgressNotificationParams", params);
    trial.observe(
        "schema.progress",
        problems.isEmpty(),
        "the shape of ProgressNotificationParams",
        String.join("; ", problems));
    trial.observe("progress.stops", !answered, "no progress after the response", shown);
    JsonNode progress = params.path("progress");
    if (last.isPresent() && last.get().isNumber() && progress.isNumber()) {
      trial.observe(
          "progress.increases",
          progress.doubleValue() > last.get().doubleValue(),
          "more than " + last.get(),
          shown);
    }
  }
}
