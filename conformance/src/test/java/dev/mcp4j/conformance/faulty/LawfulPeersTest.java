/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ContractServer;
import dev.mcp4j.conformance.engine.Finding;
import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.PropertyCase;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.server.legacy.LegacySuite;
import dev.mcp4j.conformance.server.modern.ModernSuite;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Peers that do what our server does not do and the specification allows must not be accused. */
class LawfulPeersTest {
  private static final int TRIES = 12;

  /** Comes when what some peers wait for forever comes. */
  private static final CountDownLatch END = new CountDownLatch(1);

  private static McpServer server;
  private static HttpServerHandle http;

  @BeforeAll
  static void serve() {
    server = ContractServer.create();
    http = server.serveHttp(0);
  }

  @AfterAll
  static void stop() {
    END.countDown();
    http.close();
    server.close();
  }

  static Stream<Fault> liberties() {
    return FaultSample.of(Stream.concat(TaskLiberties.all().stream(), others()));
  }

  private static Stream<Fault> others() {
    return Stream.of(
        Fault.reply(
                "the error that forbids an origin has the id null",
                "error.same-id",
                (request, reply) -> {
                  if (reply.status == 403) {
                    reply.setHeader("Content-Type", "application/json");
                    reply.message(
                        Json.object(
                            "{\"jsonrpc\":\"2.0\",\"id\":null,"
                                + "\"error\":{\"code\":-32600,\"message\":\"no\"}}"));
                  }
                })
            .in("HttpPost.foreignOrigin"),
        Fault.reply(
                "what forbids an origin is no message",
                "jsonrpc.valid",
                (request, reply) -> {
                  if (reply.status == 403) {
                    reply.setHeader("Content-Type", "application/json");
                    reply.message(Json.object("{\"error\":\"forbidden\"}"));
                  }
                })
            .in("HttpPost.foreignOrigin", "Version.discovery"),
        Fault.reply(
                "malformed completions are refused by HTTP alone",
                "completion.inputs-validated",
                (request, reply) -> {
                  if (reply.message().has("error")) {
                    reply.status = 500;
                    reply.body = Bytes.NONE;
                  }
                })
            .in("List.malformedCompletion"),
        Fault.request(
                "a subscription to nothing ends at once",
                "meta.subscription-id",
                request ->
                    request.params().path("notifications").isEmpty()
                            && request.method().equals("subscriptions/listen")
                        ? Optional.of(emptySubscription(request.message().path("id")))
                        : Optional.empty())
            .in("Subscription.subscriptionBrings"),
        Fault.request(
                "state of another request is left aside",
                "mrtr.state-bound-to-request",
                request -> {
                  ObjectNode message = request.message();
                  if (message.path("params") instanceof ObjectNode params) {
                    params.remove(List.of("requestState", "inputResponses"));
                    request.message(message);
                  }
                  return Optional.empty();
                })
            .in("Input.stateOfAnotherRequest"),
        Fault.reply(
                "malformed completions are an internal error",
                "completion.inputs-checked",
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  if (message.path("error") instanceof ObjectNode error) {
                    error.put("code", -32603);
                    reply.message(message);
                  }
                })
            .in("List.malformedCompletion"),
        Fault.reply(
                "a message quotes the URI",
                "error.message-concise",
                (request, reply) -> {
                  ObjectNode message = reply.message();
                  if (message.path("error") instanceof ObjectNode error) {
                    error.put(
                        "message",
                        "No resource " + request.params().path("uri").stringValue("at all"));
                    reply.message(message);
                  }
                })
            .in("Resource.malformedUri"));
  }

  @ParameterizedTest
  @MethodSource("liberties")
  void libertyIsNotAFault(Fault liberty) {
    List<PropertyCase> properties =
        ModernSuite.suite().properties().stream()
            .filter(p -> liberty.properties().stream().anyMatch(p.name()::startsWith))
            .toList();
    RunResult result =
        FaultyPeersTest.run(http, liberty, Options.defaults(1).withTries(TRIES), properties);
    assertThat(result.evaluated()).containsKey(liberty.requirement());
    assertThat(result.findings())
        .extracting(Finding::requirement)
        .doesNotContain(liberty.requirement());
  }

  static Stream<Fault> legacyLiberties() {
    return FaultSample.of(LegacyLiberties.all(END));
  }

  @ParameterizedTest
  @MethodSource("legacyLiberties")
  void libertyOfAnOlderRevisionIsNotAFault(Fault liberty) {
    List<PropertyCase> properties =
        LegacySuite.suite().properties().stream()
            .filter(p -> liberty.properties().stream().anyMatch(p.name()::startsWith))
            .toList();
    RunResult result =
        FaultyLegacyPeersTest.run(http, liberty, Options.defaults(1).withTries(TRIES), properties);
    assertThat(result.evaluated()).containsKey(liberty.requirement());
    assertThat(result.findings())
        .extracting(Finding::requirement)
        .doesNotContain(liberty.requirement());
  }

  private static ProxyReply emptySubscription(JsonNode id) {
    String meta = "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":" + Json.write(id) + "}";
    String acknowledged =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\","
            + "\"params\":{\"notifications\":{},%s}}".formatted(meta);
    String ended =
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":{\"resultType\":\"complete\",%s}}"
            .formatted(Json.write(id), meta);
    return new ProxyReply(
        200,
        List.of(new Header("Content-Type", "text/event-stream")),
        Bytes.utf8("data: " + acknowledged + "\n\ndata: " + ended + "\n\n"));
  }
}
