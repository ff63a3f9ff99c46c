/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Servers ask only where they may, for what the client can do, and in proper form. */
final class InputRequestRule implements ModernObserver.Rule {
  private static final Set<String> ASKING = Set.of("tools/call", "prompts/get", "resources/read");
  private static final Set<String> KINDS =
      Set.of("elicitation/create", "sampling/createMessage", "roots/list");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  @Override
  public Set<String> checks() {
    return Set.of(
        "mrtr.supported-requests",
        "mrtr.requests-or-state",
        "mrtr.request-kinds",
        "mrtr.keys-unique",
        "mrtr.declared-inputs-only",
        "capability.undeclared-unused",
        "capability.not-inferred",
        "roots.server-checks-capability",
        "schema.input-required-result",
        "elicit.mode-declared",
        "elicit.params",
        "elicit.form-shape",
        "elicit.url-shape",
        "elicit.url-valid",
        "elicit.form-no-links",
        "elicit.url-https",
        "sampling.tools-only-if-declared",
        "sampling.context-avoided",
        "sampling.context-only-if-declared",
        "sampling.message-shape",
        "sampling.tool-results-alone",
        "sampling.tool-use-balanced",
        "sampling.tool-result-id");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode result = reply.result();
    if (!result.path("resultType").stringValue("").equals("input_required")) {
      return;
    }
    String method = reply.ask().method();
    trial.observe(
        "mrtr.supported-requests",
        ASKING.contains(method),
        "no input_required for " + method,
        Json.brief(result));
    trial.observe(
        "mrtr.requests-or-state",
        result.has("inputRequests") || result.has("requestState"),
        "inputRequests or requestState",
        Json.brief(result));
    List<String> problems = trial.shapes().problems("InputRequiredResult", result);
    trial.observe(
        "schema.input-required-result",
        problems.isEmpty(),
        "the shape of InputRequiredResult",
        String.join("; ", problems));
    uniqueKeys(trial, reply);
    JsonNode capabilities = reply.ask().capabilities();
    for (JsonNode request : result.path("inputRequests")) {
      request(trial, capabilities, request);
    }
  }

  /** A parser keeps one of two equal names, so the text is compared. */
  private static void uniqueKeys(Trial trial, Reply reply) {
    reply
        .response()
        .ifPresent(
            response ->
                trial.observe(
                    "mrtr.keys-unique",
                    !DuplicateNames.in(response.raw().text()),
                    "keys that differ",
                    Json.brief(reply.result().path("inputRequests"))));
  }

  private static void request(Trial trial, JsonNode capabilities, JsonNode request) {
    String method = request.path("method").stringValue("");
    String shown = Json.brief(request);
    trial.observe("mrtr.request-kinds", KINDS.contains(method), "one of " + KINDS, shown);
    JsonNode params = request.path("params");
    boolean declared =
        switch (method) {
          case "elicitation/create" -> capabilities.has("elicitation");
          case "sampling/createMessage" -> capabilities.has("sampling");
          case "roots/list" -> capabilities.has("roots");
          default -> true;
        };
    String only = "only what the request declares: " + Json.brief(capabilities);
    trial.observe("mrtr.declared-inputs-only", declared, only, shown);
    trial.observe("capability.undeclared-unused", declared, only, shown);
    trial.observe("capability.not-inferred", declared, only, shown);
    switch (method) {
      case "elicitation/create" -> elicitation(trial, capabilities, params);
      case "sampling/createMessage" -> sampling(trial, capabilities, params);
      case "roots/list" -> trial.observe("roots.server-checks-capability", declared, only, shown);
      default -> {
        // reported above
      }
    }
  }

  private static void elicitation(Trial trial, JsonNode capabilities, JsonNode params) {
    String shown = Json.brief(params);
    String mode = params.path("mode").stringValue("form");
    JsonNode elicitation = capabilities.path("elicitation");
    boolean form = elicitation.has("form") || elicitation.isEmpty();
    boolean declared = mode.equals("url") ? elicitation.has("url") : form;
    if (elicitation.isObject()) {
      trial.observe("elicit.mode-declared", declared, "a mode that is declared", shown);
    }
    trial.observe(
        "elicit.params",
        params.path("message").isString() && Set.of("form", "url").contains(mode),
        "a message, and the mode form or url",
        shown);
    if (mode.equals("url")) {
      String url = params.path("url").stringValue("");
      trial.observe("elicit.url-shape", params.path("url").isString(), "a url", shown);
      trial.observe("elicit.url-valid", Contents.isUri(url), "a valid URL", url);
      boolean secure =
          url.startsWith("https:") || url.matches("http://(localhost|127\\.|\\[::1]).*");
      trial.observe("elicit.url-https", secure, "an https URL", url);
    } else {
      JsonNode schema = params.path("requestedSchema");
      trial.observe(
          "elicit.form-shape",
          schema.path("type").stringValue("").equals("object"),
          "a requestedSchema that is an object",
          shown);
      String texts = params.path("message").stringValue("") + texts(schema);
      trial.observe("elicit.form-no-links", !LINK.matcher(texts).find(), "no links", shown);
    }
  }

  private static String texts(JsonNode schema) {
    StringBuilder texts = new StringBuilder();
    schema
        .path("properties")
        .forEach(
            property ->
                texts
                    .append(' ')
                    .append(property.path("title").stringValue(""))
                    .append(' ')
                    .append(property.path("description").stringValue("")));
    return texts.toString();
  }

  private static void sampling(Trial trial, JsonNode capabilities, JsonNode params) {
    JsonNode sampling = capabilities.path("sampling");
    String shown = Json.brief(params);
    boolean tools = params.has("tools") || params.has("toolChoice");
    trial.observe(
        "sampling.tools-only-if-declared",
        !tools || sampling.has("tools"),
        "no tools without sampling.tools",
        shown);
    boolean context = !params.path("includeContext").stringValue("none").equals("none");
    trial.observe("sampling.context-avoided", !context, "no includeContext, or none", shown);
    trial.observe(
        "sampling.context-only-if-declared",
        !context || sampling.has("context"),
        "no context without sampling.context",
        shown);
    messages(trial, params.path("messages"));
  }

  private static void messages(Trial trial, JsonNode messages) {
    Set<String> open = new HashSet<>();
    Set<String> known = new HashSet<>();
    for (JsonNode message : messages) {
      String shown = Json.brief(message);
      trial.observe(
          "sampling.message-shape",
          Set.of("user", "assistant").contains(message.path("role").stringValue(""))
              && message.has("content"),
          "the role user or assistant, and content",
          shown);
      JsonNode content = message.path("content");
      List<JsonNode> blocks = content.isArray() ? content.valueStream().toList() : List.of(content);
      List<JsonNode> results = blocks.stream().filter(b -> isType(b, "tool_result")).toList();
      trial.observe(
          "sampling.tool-results-alone",
          results.isEmpty() || results.size() == blocks.size(),
          "tool results without other content",
          shown);
      for (JsonNode result : results) {
        String id = result.path("toolUseId").stringValue("");
        trial.observe(
            "sampling.tool-result-id", known.contains(id), "the id of an earlier tool use", shown);
        open.remove(id);
      }
      trial.observe(
          "sampling.tool-use-balanced", open.isEmpty(), "a result for each tool use", shown);
      blocks.stream()
          .filter(block -> isType(block, "tool_use"))
          .forEach(block -> open.add(block.path("id").stringValue("")));
      known.addAll(open);
    }
    trial.observe(
        "sampling.tool-use-balanced",
        open.isEmpty(),
        "a result for each tool use",
        "none for " + open);
  }

  private static boolean isType(JsonNode block, String type) {
    return block.path("type").stringValue("").equals(type);
  }
}
