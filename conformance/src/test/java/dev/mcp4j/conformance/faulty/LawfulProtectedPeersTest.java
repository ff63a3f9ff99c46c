/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.engine.Options;
import dev.mcp4j.conformance.engine.Outcome;
import dev.mcp4j.conformance.engine.RunResult;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Protected peers that do what our server does not do and the specification allows must not be
 * accused of anything.
 */
class LawfulProtectedPeersTest {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String METADATA = "/.well-known/oauth-protected-resource";
  private static final int TRIES = 8;

  private static ProtectedPeer peer;

  @BeforeAll
  static void serve() {
    peer = new ProtectedPeer();
  }

  @AfterAll
  static void stop() {
    peer.close();
  }

  private static Fault replies(String name, BiConsumer<ProxyRequest, ProxyReply> change) {
    return Fault.reply(name, "", change::accept);
  }

  private static Fault refusals(
      String name, int status, BiConsumer<ProxyRequest, ProxyReply> change) {
    return replies(
        name,
        (request, reply) -> {
          if (reply.status == status) {
            change.accept(request, reply);
          }
        });
  }

  static Stream<Fault> liberties() {
    return Stream.of(
        refusals(
            "only the well-known places lead to the metadata",
            401,
            (request, reply) -> reply.setHeader(CHALLENGE, "Bearer scope=\"conformance.use\"")),
        replies(
            "the metadata is at the root alone",
            (request, reply) -> {
              if (reply.status == 401) {
                reply.setHeader(CHALLENGE, "Bearer scope=\"conformance.use\"");
              }
              if (request.path.equals(METADATA + "/mcp")) {
                reply.status = 404;
              }
            }),
        replies(
            "the resource is the whole host",
            (request, reply) -> {
              if (request.path.startsWith(METADATA)) {
                ObjectNode metadata = reply.message();
                String resource = metadata.path("resource").stringValue("");
                reply.message(metadata.put("resource", resource.replace("/mcp", "")));
              }
            }),
        Fault.request(
            "verbs that are not served are refused before tokens are looked at",
            "",
            request ->
                request.path.startsWith("/mcp") && !request.verb.equals("POST")
                    ? Optional.of(ProxyReply.empty(405))
                    : Optional.empty()),
        refusals(
            "refusals are those of OAuth and no messages",
            401,
            (request, reply) -> {
              reply.setHeader("Content-Type", "application/json");
              reply.message(Json.object("{\"error\":\"invalid_token\"}"));
            }),
        refusals("refusals have no body", 401, (request, reply) -> reply.body = Bytes.NONE),
        refusals(
            "what is malformed is as good as no token",
            400,
            (request, reply) -> {
              if (!request.hasHeader("Authorization") || reply.code() != -32020) {
                reply.status = 401;
                reply.setHeader(CHALLENGE, "Bearer");
              }
            }),
        refusals(
            "several schemes are offered",
            401,
            (request, reply) ->
                reply.headers.add(0, new Header(CHALLENGE, "Basic realm=\"a, b\""))),
        refusals(
            "a challenge is spelled in another way",
            401,
            (request, reply) ->
                reply.setHeader(
                    CHALLENGE,
                    header(reply)
                        .replace("Bearer ", "bearer realm = \"x\" , ")
                        .replace("scope=", "SCOPE = "))),
        Fault.request(
            "scopes are asked for, and only tools need them",
            "",
            request -> {
              if (request.header("Authorization").equals("Bearer " + narrow(request))) {
                request.setHeader("Authorization", "Bearer " + peer.good());
              }
              return Optional.empty();
            }));
  }

  /** The token of the request if it has none of the server's scopes, or nothing. */
  private static String narrow(ProxyRequest request) {
    String scopes = AuthorizationFaults.claims(request).path("scope").stringValue("");
    return scopes.equals("mcp4j.none") ? request.header("Authorization").substring(7) : "";
  }

  private static String header(ProxyReply reply) {
    return Header.find(reply.headers, CHALLENGE).orElse("");
  }

  static Stream<Fault> sample() {
    List<Fault> all = liberties().toList();
    return FaultSample.takesAll() ? all.stream() : all.stream().limit(2);
  }

  @ParameterizedTest
  @MethodSource("sample")
  void libertyIsNotAFault(Fault liberty) {
    RunResult result =
        peer.run(liberty, Options.defaults(1).withTries(TRIES), ProtectedPeer.ownProperties());
    assertThat(result.findings()).as(FaultyPeersTest.outcomes(result)).isEmpty();
    assertThat(result.outcomes()).noneMatch(outcome -> outcome.status() == Outcome.Status.BROKEN);
  }
}
