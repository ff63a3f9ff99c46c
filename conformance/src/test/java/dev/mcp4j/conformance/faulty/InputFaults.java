/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static dev.mcp4j.conformance.faulty.EnvelopeFaults.result;

import dev.mcp4j.conformance.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of asking the client. */
final class InputFaults {
  private static final String EVERYTHING =
      "{\"elicitation\":{\"form\":{},\"url\":{}},\"sampling\":{\"tools\":{}},\"roots\":{}}";

  private InputFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.request(
            "undeclared capabilities are used",
            "mrtr.declared-inputs-only",
            request -> {
              ObjectNode message = request.message();
              if (message.path("params").path("_meta").isObject()) {
                message
                    .withObject("params")
                    .withObject("_meta")
                    .set("io.modelcontextprotocol/clientCapabilities", Json.object(EVERYTHING));
                request.message(message);
              }
              return Optional.empty();
            }),
        Fault.request(
            "elicitation means every mode",
            "elicit.mode-declared",
            request -> {
              ObjectNode message = request.message();
              if (request.meta("clientCapabilities").has("elicitation")) {
                message
                    .withObject("params")
                    .withObject("_meta")
                    .set("io.modelcontextprotocol/clientCapabilities", Json.object(EVERYTHING));
                request.message(message);
              }
              return Optional.empty();
            }),
        Fault.reply(
            "a missing capability is answered with 200",
            "capability.missing-status",
            (request, reply) -> reply.status = reply.code() == -32021 ? 200 : reply.status),
        EnvelopeFaults.messages(
            "a missing capability has another code",
            "capability.missing-error",
            message -> message.path("error").path("code").intValue(0) == -32021,
            message -> ((ObjectNode) message.path("error")).put("code", -32602)),
        EnvelopeFaults.messages(
            "the missing capability is not told",
            "schema.missing-capability-error",
            message -> message.path("error").path("code").intValue(0) == -32021,
            message -> ((ObjectNode) message.path("error")).remove("data")),
        asks(
            "neither requests nor state",
            "mrtr.requests-or-state",
            (request, result) -> {
              result.remove("inputRequests");
              result.remove("requestState");
            }),
        asks(
                "caching hints on a question",
                "cache.none-on-interim",
                (request, result) -> result.put("ttlMs", 1))
            .in("Input.answered"),
        asks(
                "another kind of question",
                "mrtr.request-kinds",
                (request, result) ->
                    result.withObject("inputRequests").putObject("x").put("method", "tools/call"))
            .in("Input.answered"),
        asks(
                "an elicitation has no message",
                "elicit.params",
                (request, result) -> params(result).remove("message"))
            .in("Input.answered"),
        asks(
                "a form is nested",
                "schema.input-required-result",
                (request, result) -> {
                  if (params(result).has("requestedSchema")) {
                    params(result)
                        .withObject("requestedSchema")
                        .withObject("properties")
                        .putObject("nested")
                        .put("type", "object");
                  }
                })
            .in("Input.answered"),
        asks(
                "a form has a link",
                "elicit.form-no-links",
                (request, result) -> {
                  if (params(result).has("requestedSchema")) {
                    params(result).put("message", "See https://example.com/x");
                  }
                })
            .in("Input.answered"),
        asks(
                "a URL is none",
                "elicit.url-valid",
                (request, result) -> {
                  if (params(result).has("url")) {
                    params(result).put("url", "not a url");
                  }
                })
            .in("Input.elicitationByUrl"),
        asks(
                "a URL is missing",
                "elicit.url-shape",
                (request, result) -> params(result).remove("url"))
            .in("Input.elicitationByUrl"),
        asks(
                "tool results are mixed with text",
                "sampling.tool-results-alone",
                (request, result) -> {
                  JsonNode last = last(params(result).path("messages"));
                  if (last.path("content").isArray()) {
                    last.withArray("/content").addObject().put("type", "text").put("text", "so");
                  }
                })
            .in("Input.everyToolUse"),
        asks(
                "a tool use is not answered",
                "sampling.tool-use-answered",
                (request, result) -> {
                  JsonNode last = last(params(result).path("messages"));
                  JsonNode content = last.path("content");
                  JsonNode block = content.isArray() ? content.path(0) : content;
                  if (block.has("toolUseId")) {
                    ((ObjectNode) block).put("toolUseId", "another");
                  }
                })
            .in("Input.everyToolUse"),
        asks(
                "context is asked for",
                "sampling.context-avoided",
                (request, result) -> {
                  if (params(result).has("messages")) {
                    params(result).put("includeContext", "allServers");
                  }
                })
            .in("Input.answered"),
        Fault.reply(
                "a list asks for input",
                "mrtr.supported-requests",
                (request, reply) -> {
                  if (request.method().equals("prompts/list") && reply.isResult()) {
                    ObjectNode message = reply.message();
                    result(message).put("resultType", "input_required").put("requestState", "s");
                    reply.message(message);
                  }
                })
            .in("Stateless.listOfPrompts"),
        trustingState(),
        HttpFaults.answers(
            "unknown input responses are refused",
            "mrtr.extra-responses-ignored",
            r ->
                r.params()
                    .path("inputResponses")
                    .propertyStream()
                    .anyMatch(m -> m.getKey().startsWith("conformance_extra")),
            200,
            -32602),
        HttpFaults.answers(
            "a missing response is an error",
            "mrtr.missing-asked-again",
            r -> r.params().has("requestState") && r.params().path("inputResponses").isEmpty(),
            200,
            -32602),
        HttpFaults.answers(
            "a refusal breaks the server",
            "elicit.decline-handled",
            r ->
                r.params()
                    .path("inputResponses")
                    .valueStream()
                    .anyMatch(v -> v.path("action").stringValue("").equals("cancel")),
            200,
            -32603),
        Fault.request(
            "malformed responses are taken",
            "mrtr.responses-validated",
            request ->
                request.params().has("requestState")
                        && !request.params().path("inputResponses").isObject()
                    ? Optional.of(
                        ProxyReply.result(request, "{\"resultType\":\"complete\",\"content\":[]}"))
                    : Optional.empty()),
        Fault.request(
            "the content of a form is not validated",
            "elicit.server-validates",
            request ->
                request
                        .params()
                        .path("inputResponses")
                        .valueStream()
                        .anyMatch(
                            v ->
                                v.path("content")
                                    .propertyStream()
                                    .anyMatch(c -> !c.getValue().isString()))
                    ? Optional.of(
                        ProxyReply.result(request, "{\"resultType\":\"complete\",\"content\":[]}"))
                    : Optional.empty()),
        Fault.request(
            "malformed samplings are taken",
            "sampling.content-validated",
            request ->
                request
                        .params()
                        .path("inputResponses")
                        .valueStream()
                        .anyMatch(v -> !v.has("action") && !v.has("roots") && !v.has("content"))
                    ? Optional.of(
                        ProxyReply.result(request, "{\"resultType\":\"complete\",\"content\":[]}"))
                    : Optional.empty()));
  }

  /** Whatever state comes back, the one that was handed out is used. */
  private static Fault trustingState() {
    Map<String, JsonNode> states = new ConcurrentHashMap<>();
    return Fault.request(
            "changed state is taken",
            "mrtr.state-tampered-rejected",
            request -> {
              ObjectNode message = request.message();
              JsonNode known = states.get(request.params().path("name").stringValue(""));
              if (request.params().has("requestState") && known != null) {
                message.withObject("params").set("requestState", known);
                request.message(message);
              }
              return Optional.empty();
            })
        .and(
            (request, reply) -> {
              JsonNode state = reply.message().path("result").path("requestState");
              if (state.isString()) {
                states.put(request.params().path("name").stringValue(""), state);
              }
            });
  }

  private static Fault asks(
      String name, String requirement, BiConsumer<ProxyRequest, ObjectNode> spoiler) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          ObjectNode message = reply.message();
          if (message.at("/result/resultType").stringValue("").equals("input_required")) {
            spoiler.accept(request, result(message));
            reply.message(message);
          }
        });
  }

  private static ObjectNode params(ObjectNode result) {
    JsonNode first = result.path("inputRequests").valueStream().findFirst().orElse(Json.object());
    return first.path("params") instanceof ObjectNode params ? params : Json.object();
  }

  private static JsonNode last(JsonNode messages) {
    return messages.path(Math.max(0, messages.size() - 1));
  }
}
