/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Questions that a server asks, and answers that an application gives. */
final class Questions {
  private Questions() {}

  /** Asks the first time; accepts whatever is answered. */
  static Function<Asked, Answer> once(ObjectNode questions, Optional<String> state) {
    return asked ->
        asked.params().has("inputResponses") ? Script.text("answered") : ask(questions, state);
  }

  static Answer ask(ObjectNode questions, Optional<String> state) {
    ObjectNode result = Json.object().put("resultType", "input_required");
    result.set("inputRequests", questions);
    state.ifPresent(text -> result.put("requestState", text));
    return Answer.result(result);
  }

  /** A form with one field, without a mode. */
  static ObjectNode form(String field, String type) {
    ObjectNode request = Json.object().put("method", "elicitation/create");
    ObjectNode params = request.putObject("params").put("message", "Please tell.");
    ObjectNode schema = params.putObject("requestedSchema").put("type", "object");
    schema.putObject("properties").set(field, Json.object(type));
    return request;
  }

  static ObjectNode link(String url) {
    ObjectNode request = Json.object().put("method", "elicitation/create");
    request.putObject("params").put("mode", "url").put("message", "Please agree.").put("url", url);
    return request;
  }

  static ObjectNode sample(String text) {
    ObjectNode request = Json.object().put("method", "sampling/createMessage");
    ObjectNode params = request.putObject("params").put("maxTokens", 100);
    ObjectNode message = params.putArray("messages").addObject().put("role", "user");
    message.putObject("content").put("type", "text").put("text", text);
    return request;
  }

  static ObjectNode params(ObjectNode request) {
    return (ObjectNode) request.path("params");
  }

  static ObjectNode accept(ObjectNode content) {
    ObjectNode answer = Json.object().put("action", "accept");
    answer.set("content", content);
    return answer;
  }

  static ObjectNode decline() {
    return Json.object().put("action", "decline");
  }

  static ObjectNode message(String text) {
    ObjectNode message = Json.object().put("role", "assistant").put("model", "conformance");
    message.putObject("content").put("type", "text").put("text", text);
    return message;
  }

  static JsonNode roots(String uri) {
    return Json.array(List.of(Json.object().put("uri", uri).put("name", "work")));
  }

  /** The request that carries the answers, which there must be. */
  static Asked retry(Trial trial, Stage stage, String method) {
    List<Asked> calls = stage.inbox().all(method);
    Optional<Asked> retry =
        calls.stream().filter(call -> call.params().has("inputResponses")).findFirst();
    trial.expect(
        "mrtr.client-fulfils-first",
        retry.isPresent(),
        "a request with the answers",
        calls.size() + " requests without");
    return retry.orElseThrow();
  }
}
