/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Servers ask for what the client can do, and in proper form, however the question comes. */
public final class Questions {
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private Questions() {}

  /**
   * Returns what is checked.
   *
   * @return the ids of requirements of all revisions
   */
  public static Set<String> checks() {
    return Set.of(
        "mrtr.declared-inputs-only",
        "capability.undeclared-unused",
        "capability.not-inferred",
        "lifecycle.negotiated-capabilities",
        "roots.server-checks-capability",
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

  /**
   * Looks at a question.
   *
   * @param trial where to report
   * @param capabilities what the client has declared
   * @param request the question, with its method and parameters
   */
  public static void look(Trial trial, JsonNode capabilities, JsonNode request) {
    String method = request.path("method").stringValue("");
    String shown = Json.brief(request);
    JsonNode params = request.path("params");
    boolean declared =
        switch (method) {
          case "elicitation/create" -> capabilities.has("elicitation");
          case "sampling/createMessage" -> capabilities.has("sampling");
          case "roots/list" -> capabilities.has("roots");
          default -> true;
        };
    String only = "only what the client declares: " + Json.brief(capabilities);
    trial.observe("mrtr.declared-inputs-only", declared, only, shown);
    trial.observe("capability.undeclared-unused", declared, only, shown);
    trial.observe("capability.not-inferred", declared, only, shown);
    trial.observe("lifecycle.negotiated-capabilities", declared, only, shown);
    switch (method) {
      case "elicitation/create" -> elicitation(trial, capabilities, params);
      case "sampling/createMessage" -> sampling(trial, capabilities, params);
      case "roots/list" -> trial.observe("roots.server-checks-capability", declared, only, shown);
      default -> {
        // no question
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
      boolean withId = params.path("elicitationId").isString();
      boolean needsId = trial.revision() == Revision.V2025_11_25;
      trial.observe(
          "elicit.url-shape",
          params.path("url").isString() && (withId || !needsId),
          needsId ? "a url and an elicitationId" : "a url",
          shown);
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
