/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.MetaKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Results have a type, the shape of their method, caching hints, and the name of the server. */
final class ResultRule implements Rule {
  private static final Set<String> CORE_TYPES = Set.of("complete", "input_required");

  private record Form(String requirement, String shape) {}

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          entry("server/discover", "schema.discover-result", "DiscoverResult"),
          entry("initialize", "schema.initialize-result", "InitializeResult"),
          entry("tools/list", "schema.list-tools-result", "ListToolsResult"),
          entry("tools/call", "schema.call-tool-result", "CallToolResult"),
          entry("prompts/list", "schema.list-prompts-result", "ListPromptsResult"),
          entry("prompts/get", "schema.get-prompt-result", "GetPromptResult"),
          entry("resources/list", "schema.list-resources-result", "ListResourcesResult"),
          entry(
              "resources/templates/list",
              "schema.list-templates-result",
              "ListResourceTemplatesResult"),
          entry("resources/read", "schema.read-resource-result", "ReadResourceResult"),
          entry("completion/complete", "schema.complete-result", "CompleteResult"),
          entry("subscriptions/listen", "schema.listen-result", "SubscriptionsListenResult"));

  private static final Set<String> CACHEABLE =
      Set.of(
          "server/discover",
          "tools/list",
          "prompts/list",
          "resources/list",
          "resources/templates/list",
          "resources/read");

  private static Map.Entry<String, Form> entry(String method, String requirement, String shape) {
    return Map.entry(method, new Form(requirement, shape));
  }

  @Override
  public Set<String> checks() {
    Set<String> checks = new TreeSet<>();
    FORMS.values().forEach(form -> checks.add(form.requirement()));
    checks.addAll(
        Set.of(
            "result.type-present",
            "result.type-known",
            "meta.response.server-info",
            "discover.server-info",
            "cache.hints-present",
            "cache.ttl-not-negative",
            "cache.none-on-interim",
            "meta.prefix-labels",
            "meta.label-form",
            "meta.name-form",
            "meta.trace-format",
            "extension.id-form",
            "content.image-base64",
            "content.audio-base64",
            "content.embedded-resource",
            "resource.binary-encoded",
            "resource.uri-form"));
    return checks;
  }

  @Override
  public void look(Trial trial, Reply reply) {
    JsonNode result = reply.result();
    if (!result.isObject()) {
      return;
    }
    String method = reply.ask().method();
    JsonNode type = result.path("resultType");
    String shown = Json.brief(result);
    trial.observe("result.type-present", type.isString(), "the member resultType", shown);
    if (type.isString()) {
      trial.observe(
          "result.type-known",
          isKnown(type.stringValue(), trial.profile().capabilities().path("extensions")),
          "a result type of the core protocol or of an extension of the server",
          shown);
    }
    boolean named = result.path("_meta").path("io.modelcontextprotocol/serverInfo").isObject();
    trial.observe("meta.response.server-info", named, "serverInfo in _meta of the result", shown);
    if (method.equals("server/discover")) {
      trial.observe("discover.server-info", named, "serverInfo in _meta of the result", shown);
    }
    hints(trial, method, type.stringValue("complete"), result);
    if (type.stringValue("complete").equals("complete")) {
      shape(trial, method, result);
    }
    Contents.look(trial, result);
    MetaKeys.look(trial, result);
  }

  /** What extensions bring that the suite does not know is not known either. */
  private static boolean isKnown(String type, JsonNode extensions) {
    if (CORE_TYPES.contains(type)) {
      return true;
    }
    boolean tasks = extensions.has(Profile.TASKS);
    return (tasks && type.equals("task")) || extensions.size() > (tasks ? 1 : 0);
  }

  private static void hints(Trial trial, String method, String type, JsonNode result) {
    boolean hinted = result.has("ttlMs") || result.has("cacheScope");
    if (type.equals("input_required")) {
      trial.observe(
          "cache.none-on-interim", !hinted, "no ttlMs and no cacheScope", Json.brief(result));
    }
    if (type.equals("complete") && CACHEABLE.contains(method)) {
      trial.observe(
          "cache.hints-present",
          result.has("ttlMs") && result.has("cacheScope"),
          "ttlMs and cacheScope",
          Json.brief(result));
    }
    JsonNode ttl = result.path("ttlMs");
    if (ttl.isNumber()) {
      trial.observe("cache.ttl-not-negative", ttl.doubleValue() >= 0, "at least 0", "ttlMs " + ttl);
    }
  }

  private static void shape(Trial trial, String method, JsonNode result) {
    Form form = FORMS.get(method);
    if (form != null && trial.shapes().has(form.shape())) {
      List<String> problems = trial.shapes().problems(form.shape(), result);
      trial.observe(
          form.requirement(),
          problems.isEmpty(),
          "the shape of " + form.shape(),
          String.join("; ", problems.subList(0, Math.min(3, problems.size()))));
    }
  }
}
