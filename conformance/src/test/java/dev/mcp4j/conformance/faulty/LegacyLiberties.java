/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server of 2025-11-25 may do, and our server does not. */
final class LegacyLiberties {
  private LegacyLiberties() {}

  static Stream<Fault> all(CountDownLatch end) {
    return Stream.of(
            Stream.of(
                lateHead(end).in("Listen.endpoint", "Session.sessionsLive"),
                batches("arrays of messages are taken one by one", LegacyLiberties::oneByOne),
                batches("arrays of messages are refused one by one", LegacyLiberties::refused),
                batches("arrays of messages are taken one by one", LegacyLiberties::oneByOne)
                    .named(
                        "the answers to an array share a stream", "http.stream.ends-with-response")
                    .in("Session.noArrays", "Utility.streamEnds"),
                Fault.request(
                        "cancellations of nothing are refused by HTTP",
                        "cancel.invalid-ignored",
                        request ->
                            request.method().equals("notifications/cancelled")
                                ? Optional.of(
                                    ProxyReply.json(
                                        400,
                                        Json.object(
                                            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":"
                                                + "{\"code\":-32600,\"message\":\"unknown\"}}")))
                                : Optional.empty())
                    .in("Progress.cancellation"),
                EnvelopeFaults.results(
                        "results have members of later revisions",
                        "lifecycle.negotiated-version",
                        m -> ((ObjectNode) m.path("result")).put("resultType", "complete"))
                    .in("List.")),
            refusals(
                "of the implementation",
                "{\"jsonRpcError\":{\"code\":-32601,\"message\":\"no\"},\"message\":\"no\"}"),
            refusals("of a gateway", "{\"error\":{\"code\":400,\"message\":\"no\"}}"),
            refusals("of nobody", "[\"no\"]"),
            Stream.of(
                refusal(
                    "refusals have the id null",
                    "error.same-id",
                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"no\"}}"),
                refusal(
                    "refusals have no id",
                    "error.same-id",
                    "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32000,\"message\":\"no\"}}")))
        .flatMap(liberties -> liberties);
  }

  /** Every other stream begins with nothing, not even its head, until there is something to say. */
  private static Fault lateHead(CountDownLatch end) {
    AtomicInteger streams = new AtomicInteger();
    return Fault.request(
        "the head of a stream comes with its first event",
        "http.get.stream-or-405",
        request -> {
          if (request.verb.equals("GET") && streams.incrementAndGet() % 2 == 0) {
            try {
              end.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return Optional.empty();
        });
  }

  private static Fault batches(
      String name, java.util.function.Function<JsonNode, ProxyReply> answer) {
    return Fault.request(
            name,
            "lifecycle.negotiated-version",
            request -> Json.read(request.body()).filter(JsonNode::isArray).map(answer))
        .in("Session.noArrays");
  }

  private static ProxyReply oneByOne(JsonNode messages) {
    String events =
        messages
            .valueStream()
            .map(message -> Json.write(message.path("id")))
            .map("data: {\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{}}\n\n"::formatted)
            .collect(Collectors.joining());
    return new ProxyReply(
        200, List.of(new Header("Content-Type", "text/event-stream")), Bytes.utf8(events));
  }

  private static ProxyReply refused(JsonNode messages) {
    ProxyReply reply = ProxyReply.json(400, Json.object());
    reply.message(
        Json.array(
            messages
                .valueStream()
                .map(
                    message ->
                        Json.object(
                            "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32600,\"message\":\"no\"}}"
                                .formatted(Json.write(message.path("id")))))
                .toList()));
    return reply;
  }

  private static Stream<Fault> refusals(String whose, String body) {
    return Stream.of("jsonrpc.valid", "result.present", "result.same-id")
        .map(requirement -> refusal("refusals are in the language " + whose, requirement, body));
  }

  private static Fault refusal(String name, String requirement, String body) {
    return Fault.reply(
            name,
            requirement,
            (request, reply) -> {
              if (reply.status >= 400) {
                reply.setHeader("Content-Type", "application/json");
                reply.body = Bytes.utf8(body);
              }
            })
        .in("Session.messageWithout", "Session.unknownVersion", "Message.");
  }
}
