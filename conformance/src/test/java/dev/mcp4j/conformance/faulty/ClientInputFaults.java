/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of how a client answers questions. */
final class ClientInputFaults {
  private ClientInputFaults() {}

  static List<ClientFault> all() {
    return List.of(
        retry("the state is forgotten", "mrtr.state-echoed", p -> p.remove("requestState")),
        retry(
            "the state is completed",
            "mrtr.state-opaque",
            p -> {
              if (p.has("requestState")) {
                p.put("requestState", p.path("requestState").stringValue("") + "=");
              }
            }),
        retry(
            "a state is made up",
            "mrtr.no-state-invented",
            p -> {
              if (!p.has("requestState")) {
                p.put("requestState", "{}");
              }
            }),
        retry(
            "the answers are left out",
            "mrtr.client-fulfils-first",
            p -> p.putObject("inputResponses")),
        spills(),
        sameId(),
        retry(
            "an answer has an action of its own",
            "schema.input-response",
            p -> answers(p, answer -> answer.has("action"), a -> a.put("action", "ok"))),
        retry(
            "roots are web pages",
            "roots.file-uri",
            p ->
                answers(
                    p,
                    answer -> answer.has("roots"),
                    a -> a.putArray("roots").addObject().put("uri", "https://example.com/"))),
        retry(
            "defaults are left out",
            "elicit.defaults-shown",
            p -> answers(p, answer -> answer.has("content"), a -> a.putObject("content"))),
        retry("answers are not compared with the form", "elicit.client-validates", p -> {})
            .withReply(ClientInputFaults::anythingGoes),
        questions(
            "a form needs a mode",
            "elicit.mode-absent-is-form",
            question -> !question.path("params").has("mode"),
            params -> params.put("mode", "unheard-of")),
        questions(
            "tools of sampling are passed over",
            "sampling.undeclared-tools-refused",
            question -> question.path("params").has("tools"),
            params -> params.remove("tools")),
        questions(
            "the choice of tools is passed over",
            "sampling.undeclared-tool-choice-refused",
            question -> question.path("params").has("toolChoice"),
            params -> params.remove("toolChoice")),
        questions(
            "links are looked at in advance",
            "elicit.url-no-prefetch",
            question -> question.path("params").has("url"),
            params -> ClientResultFaults.visit(params.path("url").stringValue(""))));
  }

  private static ClientFault retry(String name, String requirement, Consumer<ObjectNode> change) {
    return ClientFault.of(
        Fault.request(
            name,
            requirement,
            request -> {
              if (request.params().has("inputResponses")) {
                ObjectNode message = request.message();
                change.accept(message.withObject("/params"));
                request.message(message);
              }
              return Optional.empty();
            }));
  }

  private interface Which {
    boolean is(JsonNode node);
  }

  private static void answers(ObjectNode params, Which which, Consumer<ObjectNode> change) {
    for (JsonNode answer : params.path("inputResponses")) {
      if (which.is(answer)) {
        change.accept((ObjectNode) answer);
      }
    }
  }

  private static ClientFault questions(
      String name, String requirement, Which which, Consumer<ObjectNode> change) {
    return ClientFault.of(
        Fault.reply(
            name,
            requirement,
            (request, reply) -> {
              ObjectNode message = reply.message();
              for (JsonNode question : message.path("result").path("inputRequests")) {
                if (which.is(question)) {
                  change.accept((ObjectNode) question.path("params"));
                  reply.message(message);
                }
              }
            }));
  }

  private static void anythingGoes(ProxyRequest request, ProxyReply reply) {
    ObjectNode message = reply.message();
    for (JsonNode question : message.path("result").path("inputRequests")) {
      if (question.path("params").path("requestedSchema") instanceof ObjectNode schema) {
        schema.putObject("properties").putObject("name").put("type", "string");
        reply.message(message);
      }
    }
  }

  /** The last state that came is sent with whatever goes. */
  private static ClientFault spills() {
    AtomicReference<String> last = new AtomicReference<>("");
    return ClientFault.of(
        Fault.request(
                "the state goes with every request",
                "mrtr.no-spill",
                request -> {
                  if (!last.get().isEmpty() && request.method().equals("tools/call")) {
                    ObjectNode message = request.message();
                    message.withObject("/params").put("requestState", last.get());
                    request.message(message);
                  }
                  return Optional.empty();
                })
            .and(
                (request, reply) -> {
                  JsonNode state = reply.message().path("result").path("requestState");
                  if (state.isString()) {
                    last.set(state.stringValue());
                  }
                }));
  }

  /** A retry goes with the id of the request it repeats, and comes back with its own. */
  private static ClientFault sameId() {
    AtomicReference<JsonNode> first = new AtomicReference<>();
    AtomicReference<JsonNode> own = new AtomicReference<>();
    return ClientFault.of(
        Fault.request(
                "a retry has the id of the first request",
                "mrtr.new-id",
                request -> {
                  ObjectNode message = request.message();
                  if (request.params().has("inputResponses")) {
                    own.set(message.path("id"));
                    message.set("id", first.get());
                    request.message(message);
                  } else if (request.method().equals("tools/call")) {
                    first.set(message.path("id"));
                    own.set(message.path("id"));
                  }
                  return Optional.empty();
                })
            .and(
                (request, reply) -> {
                  if (request.method().equals("tools/call")) {
                    ObjectNode message = reply.message();
                    message.set("id", own.get());
                    reply.message(message);
                  }
                }));
  }
}
