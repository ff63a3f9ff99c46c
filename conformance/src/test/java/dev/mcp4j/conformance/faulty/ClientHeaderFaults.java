/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of the headers of a client, and of the way it posts. */
final class ClientHeaderFaults {
  private static final String LABEL = "Mcp-Param-Label";
  private static final String EVERY_KIND = "Exchange.everyKind";
  private static final String ARGUMENTS = "Exchange.argumentsArrive";

  private ClientHeaderFaults() {}

  static List<ClientFault> all() {
    return List.of(
        request(
            "no version header",
            "http.version-header.sent",
            r -> r.removeHeader("MCP-Protocol-Version"),
            EVERY_KIND),
        request(
            "the version header is an older one",
            "http.version-header.equals-body",
            r -> r.setHeader("MCP-Protocol-Version", "2025-11-25"),
            EVERY_KIND),
        request(
            "no method header",
            "http.client-metadata-headers",
            r -> r.removeHeader("Mcp-Method"),
            EVERY_KIND),
        request(
            "the method header is in upper case",
            "http.standard-headers",
            r -> r.setHeader("Mcp-Method", r.method().toUpperCase(Locale.ROOT)),
            EVERY_KIND),
        request(
            "no name header", "http.standard-headers", r -> r.removeHeader("Mcp-Name"), EVERY_KIND),
        request(
            "only JSON is accepted",
            "http.client-accept",
            r -> r.setHeader("Accept", "application/json"),
            EVERY_KIND),
        request(
            "messages are sent as batches", "http.single-message-body", r -> r.batch(), EVERY_KIND),
        request(
            "names are written as they are",
            "http.name-encoded",
            r -> {
              JsonNode name = r.params().path("name");
              if (name.isString() && r.hasHeader("Mcp-Name")) {
                r.setHeader("Mcp-Name", visible(name.stringValue()));
              }
            },
            ARGUMENTS),
        request(
            "the marks of encoded names are in upper case",
            "http.sentinel.exact",
            r -> upper(r, "Mcp-Name"),
            ARGUMENTS),
        request(
                "what looks encoded is not encoded",
                "http.sentinel.lookalike-encoded",
                r -> {
                  String label = label(r).stringValue("");
                  if (label.startsWith("=?base64?") && label.endsWith("?=")) {
                    r.setHeader(LABEL, label);
                  }
                },
                "HttpParam.annotated")
            .rare(),
        request(
            "parameters are not mirrored",
            "http.param.supported",
            r -> r.removeHeader(LABEL),
            "HttpParam.annotated"),
        request(
            "integers are mirrored in hexadecimal",
            "http.param.mirrored",
            r -> {
              if (r.hasHeader("Mcp-Param-Count")) {
                r.setHeader("Mcp-Param-Count", "0x1");
              }
            },
            "HttpParam.annotated"),
        request(
            "parameters are written as they are",
            "http.param.encoded",
            r -> {
              if (r.header(LABEL).startsWith("=?base64?")) {
                r.setHeader(LABEL, visible(label(r).stringValue("")));
              }
            },
            "HttpParam.annotated"),
        request(
            "parameters are encoded as UTF-16",
            "http.param.base64",
            r -> {
              if (r.header(LABEL).startsWith("=?base64?")) {
                byte[] bytes = label(r).stringValue("").getBytes(StandardCharsets.UTF_16);
                r.setHeader(LABEL, "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=");
              }
            },
            "HttpParam.annotated"),
        request(
            "null is mirrored",
            "http.param.null-omitted",
            r -> {
              if (label(r).isNull()) {
                r.setHeader(LABEL, "null");
              }
            },
            "HttpParam.nothing"),
        request(
            "what is missing is mirrored as an empty text",
            "http.param.absent-omitted",
            r -> {
              if (label(r).isMissingNode()) {
                r.setHeader(LABEL, "");
              }
            },
            "HttpParam.nothing"),
        ClientFault.of(
            Fault.reply(
                "tools with invalid annotations are kept",
                "http.param.client-rejects",
                (request, reply) -> withoutAnnotations(reply))),
        ClientFault.of(
            Fault.reply(
                "streams are not understood",
                "http.client-reads-both",
                (request, reply) -> {
                  if (Header.find(reply.headers, "Content-Type").orElse("").contains("event")) {
                    reply.setHeader("Content-Type", "text/plain");
                  }
                })),
        ClientFault.of(
            Fault.reply(
                "names of headers are compared letter by letter",
                "http.header-names-any-case",
                (request, reply) -> reply.headers.removeIf(h -> h.name().equals("CONTENT-TYPE")))),
        ClientFault.of(
            Fault.reply(
                "a mismatch of headers is final",
                "http.param.client-refreshes",
                (request, reply) -> {
                  if (reply.code() == -32020) {
                    reply.message(error(reply, -32603));
                  }
                })));
  }

  static ObjectNode error(ProxyReply reply, int code) {
    ObjectNode message = reply.message();
    message.remove("result");
    message.putObject("error").put("code", code).put("message", "No");
    return message;
  }

  private static void withoutAnnotations(ProxyReply reply) {
    ObjectNode message = reply.message();
    for (JsonNode tool : message.path("result").path("tools")) {
      if (tool.path("name").stringValue("").equals("broken")) {
        ((ObjectNode) tool).putObject("inputSchema").put("type", "object");
        reply.message(message);
      }
    }
  }

  private static ClientFault request(
      String name, String requirement, Consumer<ProxyRequest> change, String property) {
    return ClientFault.of(
        Fault.request(
                name,
                requirement,
                request -> {
                  change.accept(request);
                  return Optional.empty();
                })
            .in(property));
  }

  private static JsonNode label(ProxyRequest request) {
    return request.params().path("arguments").path("label");
  }

  private static void upper(ProxyRequest request, String header) {
    String value = request.header(header);
    if (value.startsWith("=?base64?")) {
      request.setHeader(header, "=?BASE64?" + value.substring(9));
    }
  }

  /** Keeps what a header can hold at all. */
  private static String visible(String text) {
    return text.chars()
        .filter(c -> c >= ' ' && c < 256 && c != 127)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
