/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.SchemaValues;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what a server asks. */
public final class Answers {
  private static final String SAMPLED =
      """
      {"role":"assistant","content":{"type":"text","text":"Paris"},"model":"none",
       "stopReason":"endTurn"}
      """;
  private static final String ROOTS =
      """
      {"roots":[{"uri":"file:///tmp/conformance","name":"conformance"}]}
      """;

  private Answers() {}

  /**
   * Answers every question of an input_required result as it would be wished.
   *
   * @param result the result
   * @return the answers by their keys
   */
  public static ObjectNode accept(JsonNode result) {
    ObjectNode responses = Json.object();
    result
        .path("inputRequests")
        .properties()
        .forEach(request -> responses.set(request.getKey(), answer(request.getValue())));
    return responses;
  }

  /**
   * Does the same, but refuses every elicitation.
   *
   * @param result the result
   * @param action how it is refused
   * @return the answers by their keys
   */
  public static ObjectNode refuse(JsonNode result, String action) {
    ObjectNode responses = accept(result);
    result
        .path("inputRequests")
        .properties()
        .forEach(
            request -> {
              if (isElicitation(request.getValue())) {
                responses.set(request.getKey(), Json.object().put("action", action));
              }
            });
    return responses;
  }

  /**
   * Makes a sampling result in which a model uses tools.
   *
   * @param ids the ids of the uses
   * @return the result
   */
  public static JsonNode toolUses(List<String> ids) {
    ObjectNode sampled = Json.object(SAMPLED).put("stopReason", "toolUse");
    List<JsonNode> uses = new ArrayList<>();
    for (String id : ids) {
      ObjectNode use = Json.object().put("type", "tool_use").put("id", id).put("name", "weather");
      use.set("input", Json.object());
      uses.add(use);
    }
    sampled.set("content", Json.array(uses));
    return sampled;
  }

  /**
   * Returns the content blocks of a sampling message.
   *
   * @param message the message
   * @return its blocks, be it one or a list
   */
  public static List<JsonNode> blocks(JsonNode message) {
    JsonNode content = message.path("content");
    return content.isArray() ? content.valueStream().toList() : List.of(content);
  }

  /**
   * Answers a question as it would be wished.
   *
   * @param request a request for elicitation, sampling or roots
   * @return the result
   */
  public static JsonNode answer(JsonNode request) {
    if (isElicitation(request)) {
      ObjectNode accepted = Json.object().put("action", "accept");
      JsonNode params = request.path("params");
      if (!params.path("mode").stringValue("form").equals("url")) {
        ObjectNode content =
            SchemaValues.valid(params.path("requestedSchema"), 1).orElse(Json.object());
        accepted.set("content", content);
      }
      return accepted;
    }
    return Json.object(
        request.path("method").stringValue("").equals("roots/list") ? ROOTS : SAMPLED);
  }

  private static boolean isElicitation(JsonNode request) {
    return request.path("method").stringValue("").equals("elicitation/create");
  }
}
