/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.wire.Header;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of HTTP: statuses, origins, headers that repeat the body. */
final class HttpFaults {
  private static final String REGION = "Mcp-Param-Region";

  private HttpFaults() {}

  static List<Fault> all() {
    return List.of(
        requests("every origin is welcome", "http.origin.validated", r -> r.removeHeader("Origin")),
        Fault.reply(
            "a foreign origin is a bad request",
            "http.origin.invalid-403",
            (request, reply) -> reply.status = reply.status == 403 ? 400 : reply.status),
        Fault.reply(
            "JSON is sent as text",
            "http.reply-content-type",
            (request, reply) -> {
              if (reply.status == 200 && reply.isResult()) {
                reply.setHeader("Content-Type", "text/plain");
              }
            }),
        requests(
            "the version header is not compared",
            "http.version-header.mismatch",
            r -> repair(r, "MCP-Protocol-Version", r.meta("protocolVersion"))),
        requests(
            "the version header may be missing",
            "http.version-header.missing",
            r -> {
              if (!r.hasHeader("MCP-Protocol-Version")) {
                repair(r, "MCP-Protocol-Version", r.meta("protocolVersion"));
              }
            }),
        requests(
            "the method header may be missing",
            "http.header-mismatch.code",
            r -> {
              if (!r.hasHeader("Mcp-Method")) {
                r.setHeader("Mcp-Method", r.method());
              }
            }),
        requests(
            "the method header is not compared",
            "http.header-mismatch.rejected",
            r -> r.setHeader("Mcp-Method", r.method())),
        requests(
            "the method header is compared without regard to case",
            "http.header-mismatch.rejected",
            r -> {
              if (r.header("Mcp-Method").equalsIgnoreCase(r.method())) {
                r.setHeader("Mcp-Method", r.method());
              }
            }),
        requests(
            "the name header is not compared",
            "http.header-mismatch.rejected",
            r -> repairName(r, request -> request.hasHeader("Mcp-Name"))),
        requests(
            "the name header may be missing",
            "http.header-mismatch.code",
            r -> repairName(r, request -> !request.hasHeader("Mcp-Name"))),
        requests(
            "the name header of resources is not compared",
            "http.header-mismatch.rejected",
            r -> repairName(r, request -> request.method().equals("resources/read"))),
        Fault.reply(
            "a header mismatch is answered with 200",
            "http.header-mismatch.status",
            (request, reply) -> reply.status = reply.code() == -32020 ? 200 : reply.status),
        EnvelopeFaults.messages(
            "a header mismatch has another code",
            "http.header-mismatch.code",
            message -> message.path("error").path("code").intValue(0) == -32020,
            message -> ((ObjectNode) message.path("error")).put("code", -32600)),
        answers(
            "an encoded name is not decoded",
            "http.sentinel.decoded-before-compare",
            r -> r.header("Mcp-Name").startsWith("=?base64?"),
            400,
            -32020),
        requests(
            "marks of encoding are taken in any case",
            "http.sentinel.exact",
            r -> {
              String name = r.header("Mcp-Name");
              if (name.toLowerCase(java.util.Locale.ROOT).startsWith("=?base64?")) {
                r.setHeader("Mcp-Name", "=?base64?" + name.substring(9));
              }
            }),
        answers(
            "header names are compared with their case",
            "http.header-names-any-case",
            r ->
                r.hasHeader("Mcp-Method")
                    && r.headers.stream().map(Header::name).noneMatch("Mcp-Method"::equals),
            400,
            -32020),
        Fault.reply(
            "a session is handed out",
            "http.legacy.session-ignored",
            (request, reply) -> reply.setHeader("Mcp-Session-Id", "abc")),
        answers(
            "a session id is looked up",
            "http.legacy.session-ignored",
            r -> r.hasHeader("Mcp-Session-Id"),
            404,
            -32600),
        answers(
            "Last-Event-ID is refused",
            "http.legacy.last-event-id-ignored",
            r -> r.hasHeader("Last-Event-ID"),
            400,
            -32600),
        Fault.request(
            "GET is answered with 404",
            "http.legacy.get-delete-405",
            r -> r.verb.equals("GET") ? Optional.of(ProxyReply.empty(404)) : Optional.empty()),
        Fault.request(
            "DELETE is answered with 200",
            "http.legacy.get-delete-405",
            r -> r.verb.equals("DELETE") ? Optional.of(ProxyReply.empty(200)) : Optional.empty()),
        answers(
                "Accept is taken by the letter",
                "base.core-supported",
                r -> !r.header("Accept").equals("application/json, text/event-stream"),
                406,
                -32600)
            .in("HttpPost.everySpelling"),
        answers(
                "members must come in one order",
                "base.core-supported",
                r -> !r.body().text().replaceAll("\\s", "").startsWith("{\"jsonrpc\""),
                400,
                -32600)
            .in("Message.everySpelling"),
        answers(
                "escapes are not understood",
                "base.core-supported",
                r -> r.body().text().contains("\\u006d\\u0065"),
                400,
                -32700)
            .in("Message.everySpelling"),
        answers(
                "clients must name themselves",
                "base.core-supported",
                r -> !r.method().isEmpty() && r.meta("clientInfo").isMissingNode(),
                400,
                -32602)
            .in("Meta.requestWithoutName"),
        requests(
            "parameter headers are not compared",
            "http.param.validated",
            r -> {
              if (r.hasHeader(REGION)) {
                repair(r, REGION, r.params().path("arguments").path("region"));
              }
            }),
        requests(
            "parameter headers may be missing",
            "http.param.omitted-rejected",
            r -> {
              if (!r.hasHeader(REGION) && r.params().path("arguments").has("region")) {
                repair(r, REGION, r.params().path("arguments").path("region"));
              }
            }),
        EnvelopeFaults.messages(
                "a mismatch of parameters has another code",
                "http.param.mismatch",
                message -> message.path("error").path("code").intValue(0) == -32020,
                message -> ((ObjectNode) message.path("error")).put("code", -32602))
            .in("HttpParam"),
        answers(
            "encoded parameters are not decoded",
            "http.sentinel.decoded",
            r -> r.header(REGION).startsWith("=?base64?"),
            400,
            -32020),
        requests(
            "forbidden characters are let through",
            "http.param.invalid-characters",
            r -> {
              if (r.header(REGION).chars().anyMatch(c -> c < ' ' || c > 126)) {
                repair(r, REGION, r.params().path("arguments").path("region"));
              }
            }),
        answers(
            "unknown parameter headers are refused",
            "http.param.unrecognized-ignored",
            r -> r.headers.stream().anyMatch(h -> h.name().startsWith("Mcp-Param-Conformance")),
            400,
            -32020),
        answers(
            "a header is expected for null",
            "http.param.null-not-expected",
            r -> r.params().path("arguments").path("region").isNull(),
            400,
            -32020),
        answers(
            "a header is expected without a value",
            "http.param.absent-not-expected",
            r -> r.isCallOf("test_x_mcp_header") && !r.params().path("arguments").has("region"),
            400,
            -32020),
        answers(
            "numbers are compared as texts",
            "http.param.numeric-compare",
            r -> r.header("Mcp-Param-Count").endsWith(".0"),
            400,
            -32020),
        Fault.reply(
                "streams may be buffered",
                "http.stream.no-buffering",
                (request, reply) ->
                    reply.headers.removeIf(h -> h.name().equalsIgnoreCase("X-Accel-Buffering")))
            .in("Progress.progress"),
        answers(
            "the endpoint takes no POST",
            "http.endpoint",
            r -> r.method().equals("server/discover") && r.header("Accept").length() > 3,
            405,
            -32600),
        answers(
            "several conversations are one too many",
            "http.endpoint",
            r -> r.method().equals("server/discover") && r.body().size() % 2 == 1,
            503,
            -32603));
  }

  static Fault requests(String name, String requirement, Consumer<ProxyRequest> spoiler) {
    return Fault.request(
        name,
        requirement,
        request -> {
          spoiler.accept(request);
          return Optional.empty();
        });
  }

  static Fault answers(
      String name, String requirement, Predicate<ProxyRequest> which, int status, int code) {
    return Fault.request(
        name,
        requirement,
        request ->
            which.test(request)
                ? Optional.of(ProxyReply.error(request, status, code, "refused"))
                : Optional.empty());
  }

  private static void repair(ProxyRequest request, String header, JsonNode value) {
    if (value.isString()) {
      request.setHeader(header, HeaderText.encode(value.stringValue()));
    }
  }

  private static void repairName(ProxyRequest request, Predicate<ProxyRequest> which) {
    if (which.test(request) && request.message().has("id")) {
      JsonNode params = request.params();
      repair(request, "Mcp-Name", params.has("uri") ? params.path("uri") : params.path("name"));
    }
  }
}
