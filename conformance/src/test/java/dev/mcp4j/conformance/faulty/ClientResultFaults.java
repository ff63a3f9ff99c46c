/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of how a client takes results, keeps them, and waits for them. */
final class ClientResultFaults {
  private static final String TYPE = "resultType";

  private ClientResultFaults() {}

  static List<ClientFault> all() {
    return List.of(
        result(
            "unknown types of results are taken for complete",
            "result.type-unknown-invalid",
            r -> r.put(TYPE, "complete")),
        refuses(
            "a result needs a type", "result.type-absent-complete", result -> !result.has(TYPE)),
        refuses(
            "unknown metadata is an error",
            "meta.no-assumptions",
            result -> !result.path("_meta").isEmpty()),
        refuses(
            "unknown extensions are an error",
            "extension.one-sided",
            result -> result.path("capabilities").has("extensions")),
        refuses(
            "completions need a count",
            "completion.client-partial",
            result -> result.has("completion") && !result.path("completion").has("total")),
        ClientFault.of(
            Fault.reply(
                "the code -32000 means that it is done",
                "error.code.legacy-no-meaning",
                (request, reply) -> {
                  if (reply.code() <= -32000 && reply.code() >= -32019) {
                    reply.message(done(reply));
                  }
                })),
        ClientFault.of(
            Fault.reply(
                "an old code for what is not found means that it is empty",
                "error.code.accept-retired",
                (request, reply) -> {
                  if (reply.code() == -32002) {
                    ObjectNode message = done(reply);
                    message.withObject("/result").putArray("contents");
                    reply.message(message);
                  }
                })),
        result(
                "the empty cursor is the end",
                "page.empty-cursor-valid",
                r -> {
                  if (r.path("nextCursor").stringValue("x").isEmpty()) {
                    r.remove("nextCursor");
                  }
                })
            .rare(),
        result("only the first page counts", "page.no-fixed-size", r -> r.remove("nextCursor"))
            .rare(),
        result("only the first prompts count", "prompt.client-pages", r -> r.remove("nextCursor")),
        result(
            "what is stale at once is kept",
            "cache.ttl-zero",
            r -> lifetime(r, ttl -> ttl == 0, 600_000)),
        result("nothing is kept", "cache.ttl-positive", r -> lifetime(r, ttl -> ttl > 0, 0)),
        result(
            "a negative lifetime is a long one",
            "cache.ttl-negative",
            r -> lifetime(r, ttl -> ttl < 0, 600_000)),
        result(
            "a missing lifetime is a long one",
            "cache.ttl-absent",
            r -> {
              if (r.has("resources") && !r.has("ttlMs")) {
                r.put("ttlMs", 600_000).put("cacheScope", "public");
              }
            }),
        result(
            "every lifetime is a long one",
            "cache.stale-refetched",
            r -> lifetime(r, ttl -> ttl > 0, 600_000)),
        cacheOfReads("resources are all the same", "cache.key", request -> true),
        cacheOfReads(
            "the result of a retry is kept",
            "cache.retries-not-cached",
            request -> !request.params().has("inputResponses")),
        result(
            "output schemas are not looked at",
            "tool.client-validates-output",
            ClientResultFaults::withoutOutputSchema),
        tools(
            "every schema is judged by 2020-12, which has no dependencies",
            "json-schema.own-dialect",
            schema -> {
              schema.remove("$schema");
              schema.remove("dependencies");
            }),
        tools(
            "an unknown dialect is taken for the usual one",
            "json-schema.unsupported-dialect",
            schema -> schema.remove("$schema")),
        tools(
            "references into the network are followed",
            "json-schema.no-network-ref",
            schema -> {
              String reference = schema.at("/properties/a/$ref").stringValue("");
              if (reference.startsWith("http:")) {
                visit(reference);
              }
            }),
        tools(
            "references that lead nowhere allow everything",
            "json-schema.unresolved-ref-rejected",
            schema -> schema.remove("properties")),
        ClientFault.of(
                Fault.none().named("nobody is told of a cancellation", "cancel.client-notifies"))
            .slow(),
        ClientFault.of(Fault.none().named("nothing has a time limit", "timeout.present"))
            .with(command -> command.remove("timeout"))
            .slow(),
        ClientFault.of(Fault.none().named("progress extends every limit", "timeout.maximum"))
            .with(command -> command.remove("longest"))
            .slow(),
        behaviourByName());
  }

  private static ClientFault result(String name, String requirement, Consumer<ObjectNode> change) {
    return ClientFault.of(
        Fault.reply(
            name,
            requirement,
            (request, reply) -> {
              ObjectNode message = reply.message();
              if (message.path("result") instanceof ObjectNode result) {
                change.accept(result);
                reply.message(message);
              }
            }));
  }

  private static ClientFault refuses(String name, String requirement, Predicate<JsonNode> refused) {
    return ClientFault.of(
        Fault.reply(
            name,
            requirement,
            (request, reply) -> {
              if (reply.isResult() && refused.test(reply.message().path("result"))) {
                reply.message(ClientHeaderFaults.error(reply, -32603));
              }
            }));
  }

  private static ObjectNode done(ProxyReply reply) {
    ObjectNode message = reply.message();
    message.remove("error");
    message.putObject("result").put(TYPE, "complete").putArray("content");
    return message;
  }

  private interface Lifetimes {
    boolean contain(long ttl);
  }

  private static void lifetime(ObjectNode result, Lifetimes which, long instead) {
    if (result.has("ttlMs") && which.contain(result.path("ttlMs").longValue(0))) {
      result.put("ttlMs", instead);
    }
  }

  /** Keeps the last contents that were read, and gives them for every other resource. */
  private static ClientFault cacheOfReads(
      String name, String requirement, Predicate<ProxyRequest> isAsked) {
    AtomicReference<JsonNode> kept = new AtomicReference<>();
    return ClientFault.of(
        Fault.request(
                name,
                requirement,
                request -> {
                  JsonNode result = kept.get();
                  boolean again = request.method().equals("resources/read") && result != null;
                  return again && isAsked.test(request)
                      ? Optional.of(ProxyReply.result(request, Json.write(result)))
                      : Optional.empty();
                })
            .and(
                (request, reply) -> {
                  JsonNode result = reply.message().path("result");
                  if (result.has("contents")) {
                    kept.set(result);
                  }
                }));
  }

  private static ClientFault tools(String name, String requirement, Consumer<ObjectNode> change) {
    return result(
        name,
        requirement,
        result -> {
          for (JsonNode tool : result.path("tools")) {
            if (tool.path("outputSchema") instanceof ObjectNode schema) {
              change.accept(schema);
            }
          }
        });
  }

  private static void withoutOutputSchema(ObjectNode result) {
    result.path("tools").forEach(tool -> ((ObjectNode) tool).remove("outputSchema"));
  }

  static void visit(String url) {
    try (var in = URI.create(url).toURL().openStream()) {
      in.readAllBytes();
    } catch (IOException e) {
      // There is nothing to read; that it was tried is the fault.
    }
  }

  private static ClientFault behaviourByName() {
    AtomicReference<String> server = new AtomicReference<>("");
    return ClientFault.of(
        Fault.request(
                "another server is treated otherwise",
                "identity.no-behaviour",
                request -> {
                  if (request.method().equals("tools/call")
                      && !server.get().equals("conformance-script")) {
                    ObjectNode message = request.message();
                    message.withObject("/params/arguments").put("careful", true);
                    request.message(message);
                  }
                  return Optional.empty();
                })
            .and(
                (request, reply) -> {
                  JsonNode info = reply.message().at("/result/_meta");
                  JsonNode name = info.path("io.modelcontextprotocol/serverInfo").path("name");
                  if (name.isString()) {
                    server.set(name.stringValue());
                  }
                }));
  }
}
