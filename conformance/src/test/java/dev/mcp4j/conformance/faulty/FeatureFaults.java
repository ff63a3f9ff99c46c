/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static dev.mcp4j.conformance.faulty.EnvelopeFaults.result;

import dev.mcp4j.conformance.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of tools, prompts, resources, completion, pages and caching. */
final class FeatureFaults {
  private FeatureFaults() {}

  static List<Fault> all() {
    AtomicInteger lists = new AtomicInteger();
    return List.of(
        of("server/discover", "the tools are not declared", "tool.capability", without("tools")),
        of(
            "server/discover",
            "the prompts are not declared",
            "prompt.capability",
            without("prompts")),
        of(
            "server/discover",
            "the resources are not declared",
            "resource.capability",
            without("resources")),
        of(
            "server/discover",
            "the completions are not declared",
            "completion.capability",
            without("completions")),
        HttpFaults.answers(
            "the list of tools is refused",
            "tool.list-answered",
            r -> r.method().equals("tools/list"),
            404,
            -32601),
        HttpFaults.answers(
            "the list of prompts is refused",
            "prompt.list-answered",
            r -> r.method().equals("prompts/list"),
            404,
            -32601),
        of(
            "tools/list",
            "tools are listed in any order",
            "tool.list-order",
            (request, result) -> {
              ArrayNode tools = (ArrayNode) result.path("tools");
              if (request.params().has("cursor")) {
                return;
              }
              List<JsonNode> shuffled = new ArrayList<>(tools.valueStream().toList());
              Collections.rotate(shuffled, lists.incrementAndGet() % 3);
              tools.removeAll().addAll(shuffled);
            }),
        of(
            "tools/list",
            "some clients see fewer tools",
            "tool.list-not-per-connection",
            (request, result) -> {
              if (!request.meta("clientInfo").path("name").stringValue("").contains("mcp4j")) {
                ((ArrayNode) result.path("tools")).remove(0);
              }
            }),
        of(
            "prompts/list",
            "some clients see fewer prompts",
            "prompt.list-not-per-connection",
            (request, result) -> {
              if (!request.meta("clientInfo").path("name").stringValue("").contains("mcp4j")) {
                ((ArrayNode) result.path("prompts")).remove(0);
              }
            }),
        of(
            "resources/list",
            "what can be done changes what is listed",
            "resource.list-not-per-connection",
            (request, result) -> {
              if (lists.incrementAndGet() % 2 == 0) {
                ((ArrayNode) result.path("resources")).remove(0);
              }
            }),
        tool(
            "two tools have the same name",
            "tool.name-unique",
            t -> t.put("name", "test_error_handling")),
        tool("a name has blanks", "tool.name-characters", t -> t.put("name", "a tool")),
        tool("a name is too long", "tool.name-length", t -> t.put("name", "x".repeat(129))),
        tool(
            "an input schema is invalid",
            "tool.input-schema",
            t -> t.withObject("inputSchema").put("minProperties", "many")),
        tool(
            "an output schema is invalid",
            "json-schema.valid",
            t -> t.withObject("outputSchema").put("type", "thing")),
        tool(
            "a schema is in another dialect",
            "json-schema.prefer-2020-12",
            t ->
                t.withObject("inputSchema")
                    .put("$schema", "http://json-schema.org/draft-07/schema#")),
        tool(
            "a number is mirrored",
            "http.param.primitive",
            t -> property(t).put("type", "number").put("x-mcp-header", "Number")),
        tool(
            "an annotation is empty",
            "http.param.name-not-empty",
            t -> property(t).put("type", "string").put("x-mcp-header", "")),
        tool(
            "an annotation is no token",
            "http.param.name-token",
            t -> property(t).put("type", "string").put("x-mcp-header", "a b")),
        tool(
            "annotations differ in case only",
            "http.param.name-unique",
            t -> {
              property(t).put("type", "string").put("x-mcp-header", "Key");
              t.withObject("inputSchema")
                  .withObject("properties")
                  .putObject("q")
                  .put("type", "string")
                  .put("x-mcp-header", "KEY");
            }),
        tool(
            "an annotation is inside an array",
            "http.param.reachable",
            t ->
                property(t)
                    .put("type", "array")
                    .withObject("items")
                    .put("type", "string")
                    .put("x-mcp-header", "Item")),
        tool("an input schema is missing", "schema.list-tools-result", t -> t.remove("inputSchema"))
            .in("Stateless.listOfTools"),
        of(
                "tools/call",
                "a text block has no text",
                "schema.call-tool-result",
                (request, result) ->
                    result.path("content").forEach(b -> ((ObjectNode) b).remove("text")))
            .in("Tool.contents"),
        Fault.reply(
            "an unknown tool is a failed tool",
            "tool.unknown-is-error",
            (request, reply) -> {
              if (request.method().equals("tools/call") && reply.code() == -32602) {
                reply.message(
                    ProxyReply.result(
                            request,
                            "{\"resultType\":\"complete\",\"content\":[],\"isError\":true}")
                        .message());
              }
            }),
        Fault.request(
            "names of tools are found in any case",
            "tool.name-case",
            request -> {
              String name = request.params().path("name").stringValue("");
              if (name.equalsIgnoreCase("test_simple_text")) {
                ObjectNode message = request.message();
                message.withObject("params").put("name", "test_simple_text");
                request.message(message);
                request.setHeader("Mcp-Name", "test_simple_text");
              }
              return Optional.empty();
            }),
        Fault.reply(
            "arguments are not validated",
            "tool.inputs-validated",
            (request, reply) -> {
              if (reply.message().at("/result/isError").booleanValue(false)) {
                reply.message(
                    ProxyReply.result(request, "{\"resultType\":\"complete\",\"content\":[]}")
                        .message());
              }
            }),
        of(
            "tools/call",
            "structured content does not fit",
            "tool.output-conforms",
            (request, result) -> {
              if (result.has("structuredContent")) {
                result.put("structuredContent", "something else");
              }
            }),
        of(
            "tools/call",
            "structured content has no text",
            "tool.structured-also-text",
            (request, result) -> {
              if (result.has("structuredContent")) {
                result.putArray("content");
              }
            }),
        of(
            "tools/call",
            "keywords of 2020-12 are ignored",
            "json-schema.2020-12",
            (request, result) -> {
              if (request.isCallOf("json_schema_2020_12_tool")) {
                result.remove("isError");
              }
            }),
        of(
            "tools/call",
            "a failed tool is not marked",
            "tool.errors-in-result",
            (request, result) -> result.remove("isError")),
        content(
            "image", "an image is not Base64", "content.image-base64", b -> b.put("data", "***")),
        content("audio", "a sound has no type", "content.audio-base64", b -> b.remove("mimeType")),
        content(
            "resource",
            "an embedded resource has no URI",
            "content.embedded-resource",
            b -> ((ObjectNode) b.path("resource")).put("uri", "no uri")),
        of(
            "server/discover",
            "resources are embedded, but not declared",
            "tool.embedded-needs-resources",
            without("resources")),
        Fault.reply(
            "an unknown prompt is an internal error",
            "prompt.error-codes",
            (request, reply) -> {
              if (request.method().equals("prompts/get") && reply.code() == -32602) {
                reply.message(ProxyReply.error(request, 200, -32603, "no").message());
              }
            }),
        Fault.request(
            "arguments of prompts may be anything",
            "prompt.arguments-validated",
            request -> {
              ObjectNode message = request.message();
              if (request.method().equals("prompts/get")) {
                JsonNode arguments = message.path("params").path("arguments");
                arguments.properties().forEach(a -> a.setValue(Json.string("text")));
                request.message(message);
              }
              return Optional.empty();
            }),
        of(
                "prompts/get",
                "a message has no role",
                "schema.get-prompt-result",
                (request, result) ->
                    result.path("messages").forEach(m -> ((ObjectNode) m).remove("role")))
            .in("Prompt.promptIsGiven"),
        Fault.reply(
            "a missing resource is empty",
            "resource.not-found-not-empty",
            (request, reply) -> {
              if (request.method().equals("resources/read") && reply.code() == -32602) {
                reply.message(
                    ProxyReply.result(
                            request,
                            "{\"resultType\":\"complete\",\"contents\":[],\"ttlMs\":0,"
                                + "\"cacheScope\":\"public\"}")
                        .message());
              }
            }),
        Fault.reply(
            "a missing resource is an internal error",
            "resource.not-found-code",
            (request, reply) -> {
              if (request.method().equals("resources/read") && reply.code() == -32602) {
                reply.message(ProxyReply.error(request, 200, -32603, "no").message());
              }
            }),
        Fault.request(
            "any URI can be read",
            "resource.uri-validated",
            request ->
                request.method().equals("resources/read")
                        && !request.params().path("uri").stringValue("").startsWith("test:")
                    ? Optional.of(ProxyReply.result(request, read("anything")))
                    : Optional.empty()),
        Fault.request(
            "parent folders lead out",
            "resource.no-traversal",
            request ->
                request.params().path("uri").stringValue("").contains("etc/passwd")
                    ? Optional.of(ProxyReply.result(request, read("root:x:0:0:root")))
                    : Optional.empty()),
        of(
                "resources/read",
                "binary contents are not Base64",
                "resource.binary-encoded",
                (request, result) ->
                    result.path("contents").forEach(c -> ((ObjectNode) c).put("blob", "\u00e4")))
            .in("Resource.listed"),
        of(
                "resources/list",
                "a URI has a blank",
                "resource.uri-form",
                (request, result) ->
                    ((ObjectNode) result.path("resources").path(0)).put("uri", "test://a b"))
            .in("Stateless.listOfResources"),
        Fault.request(
            "an invented cursor is the first page",
            "page.invalid-cursor-code",
            request -> {
              if (request.params().path("cursor").stringValue("").contains("no")) {
                ObjectNode message = request.message();
                message.withObject("params").remove("cursor");
                request.message(message);
              }
              return Optional.empty();
            }),
        of(
            "resources/list",
            "pages differ from time to time",
            "page.cursor-stable",
            (request, result) -> {
              if (request.params().has("cursor") && lists.incrementAndGet() % 3 == 0) {
                ((ArrayNode) result.path("resources")).remove(0);
              }
            }),
        of(
            "resources/list",
            "later pages have another scope",
            "cache.scope-same-on-pages",
            (request, result) -> {
              if (request.params().has("cursor")) {
                result.put("cacheScope", "private");
              }
            }),
        of(
            "tools/list",
            "caching hints are missing",
            "cache.hints-present",
            (request, result) -> result.remove("cacheScope")),
        of(
                "server/discover",
                "the ttl is negative",
                "cache.ttl-not-negative",
                (request, result) -> result.put("ttlMs", -1))
            .in("Version.discovery"),
        of(
                "completion/complete",
                "there are too many completions",
                "schema.complete-result",
                (request, result) -> {
                  ArrayNode values = (ArrayNode) result.path("completion").path("values");
                  for (int i = 0; i < 101; i++) {
                    values.add("value " + i);
                  }
                })
            .in("List.completionIsGiven"),
        HttpFaults.answers(
            "an unknown prompt cannot be completed internally",
            "completion.error-codes",
            r ->
                r.method().equals("completion/complete")
                    && r.params().path("ref").path("name").stringValue("").contains("-no-"),
            200,
            -32603),
        Fault.request(
            "malformed completions are answered",
            "completion.inputs-validated",
            request ->
                request.method().equals("completion/complete")
                    ? Optional.of(
                        ProxyReply.result(
                            request,
                            "{\"resultType\":\"complete\",\"completion\":{\"values\":[]}}"))
                    : Optional.empty()));
  }

  private static String read(String text) {
    return "{\"resultType\":\"complete\",\"contents\":[{\"uri\":\"test://x\",\"text\":\"%s\"}],"
            .formatted(text)
        + "\"ttlMs\":0,\"cacheScope\":\"private\"}";
  }

  static Fault of(
      String method,
      String name,
      String requirement,
      BiConsumer<ProxyRequest, ObjectNode> spoiler) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          if (request.method().equals(method) && reply.isResult()) {
            ObjectNode message = reply.message();
            spoiler.accept(request, result(message));
            reply.message(message);
          }
        });
  }

  static BiConsumer<ProxyRequest, ObjectNode> without(String capability) {
    return (request, result) -> ((ObjectNode) result.path("capabilities")).remove(capability);
  }

  private static Fault tool(
      String name, String requirement, java.util.function.Consumer<ObjectNode> spoiler) {
    return of(
        "tools/list",
        name,
        requirement,
        (request, result) -> spoiler.accept((ObjectNode) result.path("tools").path(0)));
  }

  private static ObjectNode property(ObjectNode tool) {
    return tool.withObject("inputSchema").withObject("properties").putObject("p");
  }

  private static Fault content(
      String type,
      String name,
      String requirement,
      java.util.function.Consumer<ObjectNode> spoiler) {
    Predicate<JsonNode> which = block -> block.path("type").stringValue("").equals(type);
    return of(
            "tools/call",
            name,
            requirement,
            (request, result) ->
                result
                    .path("content")
                    .valueStream()
                    .filter(which)
                    .forEach(block -> spoiler.accept((ObjectNode) block)))
        .in("Tool.contents");
  }
}
