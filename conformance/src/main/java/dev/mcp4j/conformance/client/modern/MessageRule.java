/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.ClientRule;
import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Each message is one of JSON-RPC, and goes in the right direction. */
final class MessageRule implements ClientRule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "jsonrpc.valid",
        "transport.utf-8",
        "transport.directions",
        "request.id.present",
        "request.id.not-null",
        "notification.no-id",
        "stdio.client-no-responses",
        "http.client-no-responses");
  }

  @Override
  public void look(Trial trial, Stage stage, List<Asked> all) {
    all.stream().filter(Asked::isMessage).forEach(asked -> look(trial, asked));
  }

  private static void look(Trial trial, Asked asked) {
    String shown = Json.brief(Json.string(asked.raw().text()));
    trial.observe("transport.utf-8", asked.raw().isUtf8(), "UTF-8", shown);
    JsonNode message = asked.message();
    if (!message.isObject()) {
      // A message over several lines is told apart by the rule for lines.
      trial.observe("jsonrpc.valid", asked.http().isEmpty(), "an object of JSON-RPC", shown);
      return;
    }
    boolean response = message.has("result") || message.has("error");
    trial.observe("transport.directions", !response, "a request or a notification", shown);
    String noResponses =
        asked.http().isPresent() ? "http.client-no-responses" : "stdio.client-no-responses";
    trial.observe(noResponses, !response, "no response", shown);
    if (response) {
      return;
    }
    boolean valid =
        message.path("jsonrpc").stringValue("").equals("2.0")
            && message.path("method").isString()
            && (!message.has("params") || message.path("params").isObject());
    trial.observe(
        "jsonrpc.valid", valid, "jsonrpc 2.0, a method, params that are an object", shown);
    if (asked.isNotification()) {
      trial.observe("notification.no-id", !message.has("id"), "a notification without id", shown);
      return;
    }
    JsonNode id = asked.id();
    trial.observe("request.id.not-null", !id.isNull(), "an id that is not null", shown);
    trial.observe(
        "request.id.present",
        id.isNull() || id.isString() || id.isIntegralNumber(),
        "an id that is a string or an integer",
        shown);
  }
}
