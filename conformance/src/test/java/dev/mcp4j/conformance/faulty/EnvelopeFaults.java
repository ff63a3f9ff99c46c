/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of messages, errors, metadata and versions. */
final class EnvelopeFaults {
  private EnvelopeFaults() {}

  static List<Fault> all() {
    return List.of(
        results(
            "the id of a result becomes a string",
            "result.same-id",
            m -> m.put("id", m.path("id").isNumber() ? m.path("id").toString() : "other")),
        results("the id of a result is lost", "result.same-id", m -> m.remove("id")),
        errors("the id of an error is lost", "error.same-id", m -> m.remove("id")),
        errors("the id of an error becomes null", "error.same-id", m -> m.putNull("id")),
        results("jsonrpc is 1.0", "jsonrpc.valid", m -> m.put("jsonrpc", "1.0"))
            .in("Version.discovery"),
        results("jsonrpc is missing", "jsonrpc.valid", m -> m.remove("jsonrpc"))
            .in("Version.discovery"),
        results("a result comes with an error", "jsonrpc.valid", m -> error(m, 1, "no"))
            .in("Version.discovery"),
        results("the result is missing", "result.present", m -> unlessList(m, "result")),
        results("resultType is missing", "result.type-present", m -> result(m).remove("resultType"))
            .in("Version.discovery"),
        results(
                "resultType is made up",
                "result.type-known",
                m -> result(m).put("resultType", "ok"))
            .in("Version.discovery"),
        errors(
            "the code is a string",
            "error.code-integer",
            m -> ((ObjectNode) m.path("error")).put("code", "-32601")),
        errors(
            "the code has a fraction",
            "error.code-integer",
            m -> ((ObjectNode) m.path("error")).put("code", -32601.5)),
        errors(
            "the message is missing",
            "error.shape",
            m -> ((ObjectNode) m.path("error")).remove("message")),
        errorsWith(-32601, "the code is undefined", "error.code.reserved-undefined", -32050)
            .in("Message.unknownMethod"),
        errorsWith(-32602, "the code is of old", "error.code.legacy-range-unused", -32000)
            .in("Tool.unknownTool"),
        errorsWith(-32602, "the code is retired", "error.code.retired", -32002)
            .in("Resource.unknown"),
        errorsWith(-32602, "the code means something else", "error.code.reserved-meaning", -32020)
            .in("Tool.unknownTool"),
        errorsWith(-32602, "the code is reserved", "error.code.own-outside-reserved", -32650)
            .in("Tool.unknownTool"),
        errors(
                "the message has several lines",
                "error.message-concise",
                m -> ((ObjectNode) m.path("error")).put("message", "no\nat Foo.bar"))
            .in("Message.unknownMethod"),
        Fault.reply(
                "the body is not UTF-8",
                "transport.utf-8",
                (request, reply) -> {
                  if (request.method().equals("server/discover")) {
                    reply.body = broken(reply.body);
                  }
                })
            .in("Version.discovery"),
        errors("unknown methods are answered with 200", "http.method-not-found-404", m -> {})
            .and(
                (request, reply) -> {
                  if (reply.code() == -32601) {
                    reply.status = 200;
                  }
                }),
        errorsWith(
            -32601, "unknown methods are invalid requests", "http.method-not-found-404", -32600),
        Fault.request(
            "notifications are answered with 200",
            "http.notification-202",
            request ->
                isNotification(request) ? Optional.of(ProxyReply.empty(200)) : Optional.empty()),
        Fault.request(
            "notifications are answered with a result",
            "notification.no-response",
            request ->
                isNotification(request)
                    ? Optional.of(
                        ProxyReply.json(202, Json.object("{\"jsonrpc\":\"2.0\",\"result\":{}}")))
                    : Optional.empty()),
        results(
                "the server does not name itself",
                "meta.response.server-info",
                m ->
                    ((ObjectNode) result(m).path("_meta"))
                        .remove("io.modelcontextprotocol/serverInfo"))
            .in("Version.discovery"),
        results(
                "a key of _meta has a bad label",
                "meta.label-form",
                m -> result(m).withObject("_meta").put("bad-.example/key", 1))
            .in("Version.discovery"),
        results(
                "a key of _meta has a bad name",
                "meta.name-form",
                m -> result(m).withObject("_meta").put("-key", 1))
            .in("Version.discovery"),
        results(
                "an extension has no prefix",
                "extension.id-form",
                m ->
                    result(m)
                        .withObject("capabilities")
                        .withObject("extensions")
                        .putObject("tasks"))
            .in("Version.discovery"),
        Fault.request(
            "capabilities may be missing",
            "meta.request.missing-field-code",
            request -> {
              meta(request, m -> m.putIfAbsent("clientCapabilities"));
              return Optional.empty();
            }),
        errorsWith(
            -32602,
            "missing metadata is an invalid request",
            "meta.request.missing-field-code",
            -32600),
        Fault.reply(
            "missing metadata is answered with 200",
            "meta.request.missing-field-status",
            (request, reply) -> reply.status = reply.code() == -32602 ? 200 : reply.status),
        remembering(),
        Fault.request(
            "unknown metadata is refused",
            "meta.no-assumptions",
            request -> {
              boolean foreign =
                  request
                      .params()
                      .path("_meta")
                      .propertyStream()
                      .anyMatch(member -> member.getKey().startsWith("com.example"));
              return foreign
                  ? Optional.of(ProxyReply.error(request, 400, -32602, "unknown key"))
                  : Optional.empty();
            }),
        Fault.reply(
            "some clients see fewer capabilities",
            "identity.no-behaviour",
            (request, reply) -> {
              String name = request.meta("clientInfo").path("name").stringValue("");
              if (!name.equals("mcp4j-conformance")
                  && reply.message().at("/result/capabilities").isObject()) {
                ObjectNode message = reply.message();
                ((ObjectNode) message.at("/result/capabilities")).remove("tools");
                reply.message(message);
              }
            }),
        Fault.request(
            "every version is supported",
            "version.unsupported-error",
            request -> {
              meta(request, m -> m.put("protocolVersion", "2026-07-28"));
              request.setHeader("MCP-Protocol-Version", "2026-07-28");
              return Optional.empty();
            }),
        Fault.reply(
            "an unsupported version is answered with 200",
            "http.version.unsupported-status",
            (request, reply) -> reply.status = reply.code() == -32022 ? 200 : reply.status),
        errorsWith(
            -32022, "an unsupported version is invalid", "version.unsupported-error", -32602),
        errorData(
            -32022,
            "the supported versions are not told",
            "version.unsupported-error",
            "supported"),
        errorData(
            -32022,
            "the requested version is not repeated",
            "schema.unsupported-version-error",
            "requested"),
        Fault.request(
            "there is no discovery",
            "discover.implemented",
            request ->
                request.method().equals("server/discover")
                    ? Optional.of(ProxyReply.error(request, 404, -32601, "Method not found"))
                    : Optional.empty()),
        results(
            "discovery does not name the version",
            "discover.implemented",
            m -> {
              if (result(m).has("supportedVersions")) {
                result(m).putArray("supportedVersions").add("2099-01-01");
              }
            }),
        results(
            "discovery lacks the capabilities",
            "schema.discover-result",
            m -> result(m).remove("capabilities")),
        Fault.request(
            "initialize is answered without a word about versions",
            "era.initialize-names-versions",
            request ->
                request.method().equals("initialize")
                    ? Optional.of(ProxyReply.error(request, 404, -32601, "Method not found"))
                    : Optional.empty()));
  }

  /** Capabilities of the last request are used where a request has none. */
  private static Fault remembering() {
    ObjectNode memory = Json.object();
    return Fault.request(
        "capabilities are remembered",
        "stateless.no-prior-context",
        request -> {
          JsonNode now = request.meta("clientCapabilities");
          if (now.isObject() && !now.isEmpty()) {
            memory.set("last", now);
          } else if (memory.has("last")) {
            ObjectNode message = request.message();
            message
                .withObject("params")
                .withObject("_meta")
                .set("io.modelcontextprotocol/clientCapabilities", memory.path("last"));
            request.message(message);
          }
          return Optional.empty();
        });
  }

  private interface MetaEdit {
    void put(String key, String value);

    void putIfAbsent(String key);
  }

  private static void meta(ProxyRequest request, Consumer<MetaEdit> edit) {
    ObjectNode message = request.message();
    if (!message.path("params").path("_meta").isObject()) {
      return;
    }
    ObjectNode meta = (ObjectNode) message.path("params").path("_meta");
    edit.accept(
        new MetaEdit() {
          @Override
          public void put(String key, String value) {
            meta.put("io.modelcontextprotocol/" + key, value);
          }

          @Override
          public void putIfAbsent(String key) {
            if (!meta.has("io.modelcontextprotocol/" + key)) {
              meta.putObject("io.modelcontextprotocol/" + key);
            }
          }
        });
    request.message(message);
  }

  private static boolean isNotification(ProxyRequest request) {
    return request.method().startsWith("notifications/") && !request.message().has("id");
  }

  static Fault results(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return messages(name, requirement, message -> message.path("result").isObject(), spoiler);
  }

  static Fault errors(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return messages(name, requirement, message -> message.path("error").isObject(), spoiler);
  }

  static Fault errorsWith(int code, String name, String requirement, int other) {
    return messages(
        name,
        requirement,
        message -> message.path("error").path("code").intValue(0) == code,
        message -> ((ObjectNode) message.path("error")).put("code", other));
  }

  private static Fault errorData(int code, String name, String requirement, String member) {
    return messages(
        name,
        requirement,
        message -> message.path("error").path("code").intValue(0) == code,
        message -> ((ObjectNode) message.path("error").path("data")).remove(member));
  }

  static Fault messages(
      String name, String requirement, Predicate<ObjectNode> which, Consumer<ObjectNode> spoiler) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> {
          ObjectNode message = reply.message();
          if (which.test(message)) {
            spoiler.accept(message);
            reply.message(message);
          }
        });
  }

  /** The lists stay, so that the server is known to speak the revision. */
  private static void unlessList(ObjectNode message, String member) {
    if (!message.path("result").has("tools")) {
      message.remove(member);
    }
  }

  static ObjectNode result(ObjectNode message) {
    return (ObjectNode) message.path("result");
  }

  private static void error(ObjectNode message, int code, String text) {
    message.putObject("error").put("code", code).put("message", text);
  }

  private static Bytes broken(Bytes body) {
    String text = body.text();
    int at = text.indexOf("\"jsonrpc\"");
    if (at < 0) {
      return body;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text.substring(0, at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.writeBytes("\"x\":\"".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.write(0xe4);
    out.writeBytes("\",".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.writeBytes(text.substring(at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Bytes.of(out.toByteArray());
  }
}
