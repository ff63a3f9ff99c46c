/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.server.common.Answers;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what a server asks. */
interface Respondent {
  /** What clients can be asked. */
  Set<String> QUESTIONS = Set.of("elicitation/create", "sampling/createMessage", "roots/list");

  /** Answers everything as it would be wished. */
  Respondent WILLING = (conversation, request) -> Optional.of(willing(conversation, request));

  /** Answers nothing. */
  Respondent SILENT = (conversation, request) -> Optional.empty();

  /** Gives the response to a request, if there is one. */
  Optional<Ask> answer(Conversation conversation, JsonNode request);

  /** Answers questions with the same result, and everything else as it would be wished. */
  static Respondent with(JsonNode result) {
    return (conversation, request) ->
        QUESTIONS.contains(request.path("method").stringValue(""))
            ? Optional.of(conversation.response(request.path("id"), "result", result))
            : WILLING.answer(conversation, request);
  }

  private static Ask willing(Conversation conversation, JsonNode request) {
    String method = request.path("method").stringValue("");
    JsonNode id = request.path("id");
    if (QUESTIONS.contains(method)) {
      return conversation.response(id, "result", Answers.answer(request));
    }
    if (method.equals("ping")) {
      return conversation.response(id, "result", Json.object());
    }
    ObjectNode error = Json.object().put("code", -32601).put("message", "Method not found");
    return conversation.response(id, "error", error);
  }
}
