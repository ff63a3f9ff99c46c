/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.faulty;

import static dev.mcp4j.conformance.faulty.EnvelopeFaults.result;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.Header;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults of servers with a handshake: sessions, versions, capabilities, messages. */
final class SessionFaults {
  private static final String SESSION = "Mcp-Session-Id";
  private static final String VERSION = "MCP-Protocol-Version";

  private SessionFaults() {}

  static List<Fault> all() {
    return Stream.of(sessions(), http(), handshakes(), messages()).flatMap(List::stream).toList();
  }

  private static List<Fault> sessions() {
    AtomicReference<String> last = new AtomicReference<>("");
    return List.of(
        Fault.request(
                "the session need not be named",
                "http.session.missing-400",
                request -> {
                  if (!request.hasHeader(SESSION) && !request.method().equals("initialize")) {
                    request.setHeader(SESSION, last.get());
                  }
                  return Optional.empty();
                })
            .and((request, reply) -> Header.find(reply.headers, SESSION).ifPresent(last::set)),
        statuses("a missing session is not found", "http.session.missing-400", 400, 404),
        statuses("an ended session is a bad request", "http.session.ended-404", 404, 400),
        Fault.request(
            "ended sessions live on",
            "http.session.ended-404",
            request ->
                request.verb.equals("DELETE")
                    ? Optional.of(ProxyReply.empty(204))
                    : Optional.empty()),
        aliased("session ids have blanks", "http.session.id-visible-ascii", id -> "a " + id),
        aliased(
            "session ids are not in ASCII", "http.session.id-visible-ascii", id -> "\u00e4" + id),
        counted(),
        sameForAll());
  }

  private static Fault statuses(String name, String requirement, int from, int to) {
    return Fault.reply(
        name,
        requirement,
        (request, reply) -> reply.status = reply.status == from ? to : reply.status);
  }

  /** The client knows sessions by other ids than the server. */
  private static Fault aliased(String name, String requirement, UnaryOperator<String> alias) {
    Map<String, String> real = new HashMap<>();
    return Fault.request(
            name,
            requirement,
            request -> {
              String id = request.header(SESSION);
              if (real.containsKey(id)) {
                request.setHeader(SESSION, real.get(id));
              }
              return Optional.empty();
            })
        .and(
            (request, reply) ->
                Header.find(reply.headers, SESSION)
                    .ifPresent(
                        id -> {
                          real.put(alias.apply(id), id);
                          reply.setHeader(SESSION, alias.apply(id));
                        }));
  }

  private static Fault counted() {
    Map<String, String> numbers = new HashMap<>();
    return aliased(
        "session ids are counted",
        "http.session.id-secure",
        id -> numbers.computeIfAbsent(id, key -> "session-number-" + (1000 + numbers.size())));
  }

  /** All clients share the session that was begun first. */
  private static Fault sameForAll() {
    AtomicReference<String> first = new AtomicReference<>("");
    return Fault.request(
            "all clients share a session",
            "http.session.id-secure",
            request ->
                request.verb.equals("DELETE")
                    ? Optional.of(ProxyReply.empty(204))
                    : Optional.empty())
        .and(
            (request, reply) ->
                Header.find(reply.headers, SESSION)
                    .ifPresent(
                        id -> {
                          first.compareAndSet("", id);
                          reply.setHeader(SESSION, first.get());
                        }));
  }

  private static List<Fault> http() {
    return List.of(
        HttpFaults.requests(
                "pages from anywhere are welcome",
                "http.origin.validated",
                request -> request.removeHeader("Origin"))
            .in("Session.foreign"),
        statuses("foreign pages are bad requests", "http.origin.invalid-403", 403, 400),
        HttpFaults.requests(
            "any version may be in the header",
            "http.version-header.invalid-400",
            request -> {
              if (request.hasHeader(VERSION)) {
                request.setHeader(VERSION, "2025-11-25");
              }
            }),
        HttpFaults.answers(
            "the version must be in the header",
            "http.version-header.assumed",
            request -> !request.hasHeader(VERSION) && !request.method().equals("initialize"),
            400,
            -32600),
        Fault.reply(
                "responses are answered with 200",
                "http.notification-202",
                (request, reply) -> reply.status = reply.status == 202 ? 200 : reply.status)
            .in("Session.responses"),
        Fault.reply(
                "what is refused is answered with 202",
                "http.notification-refused-status",
                (request, reply) -> {
                  if (request.message().has("result")) {
                    ProxyReply error = ProxyReply.error(request, 202, -32600, "unknown");
                    reply.body = error.body;
                    reply.setHeader("Content-Type", "application/json");
                  }
                })
            .in("Session.responses"),
        onGet("there is nothing to GET", "http.get.stream-or-405", ProxyReply.empty(406)),
        onGet(
            "GET brings JSON",
            "http.get.stream-or-405",
            ProxyReply.json(200, Json.object("{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":1}"))),
        onGet("GET is not known", "http.endpoint-get-post", ProxyReply.empty(501))
            .in("Listen.endpoint"),
        Fault.reply(
            "results are sent as text",
            "http.reply-content-type",
            (request, reply) -> {
              if (reply.isResult()) {
                reply.setHeader("Content-Type", "text/plain");
              }
            }),
        batches());
  }

  private static Fault onGet(String name, String requirement, ProxyReply reply) {
    return Fault.request(
        name,
        requirement,
        request -> request.verb.equals("GET") ? Optional.of(reply) : Optional.empty());
  }

  private static Fault batches() {
    return Fault.request(
        "arrays of messages are served",
        "lifecycle.negotiated-version",
        request -> {
          JsonNode array = Json.read(request.body()).orElse(Json.object());
          if (!array.isArray()) {
            return Optional.empty();
          }
          List<ObjectNode> results =
              array
                  .valueStream()
                  .map(
                      message -> {
                        ObjectNode result = Json.object().put("jsonrpc", "2.0");
                        result.putObject("result");
                        result.set("id", message.path("id"));
                        return result;
                      })
                  .toList();
          ProxyReply reply = ProxyReply.json(200, Json.object());
          reply.message(Json.array(results));
          return Optional.of(reply);
        });
  }

  private static List<Fault> handshakes() {
    return List.of(
        initialize(
                "the server has no name",
                "lifecycle.initialize-result",
                result -> result.remove("serverInfo"))
            .in("Handshake.initialize"),
        initialize(
                "the name of the server has no version",
                "schema.initialize-result",
                result -> ((ObjectNode) result.path("serverInfo")).remove("version"))
            .in("Handshake.initialize"),
        FeatureFaults.of(
                "initialize",
                "some clients get an older version",
                "lifecycle.same-version",
                (request, result) -> {
                  if (request.message().path("id").isString()) {
                    result.put("protocolVersion", "2025-06-18");
                  }
                })
            .in("Handshake.initialize"),
        FeatureFaults.of(
            "initialize",
            "every version is taken",
            "lifecycle.other-version",
            (request, result) ->
                result.set("protocolVersion", request.params().path("protocolVersion"))),
        FeatureFaults.of(
            "initialize",
            "the oldest version is offered",
            "lifecycle.server-latest-version",
            (request, result) -> {
              if (!isKnown(request)) {
                result.put("protocolVersion", "2024-11-05");
              }
            }),
        HttpFaults.answers(
            "an unknown version is an internal error",
            "lifecycle.other-version",
            request -> request.method().equals("initialize") && !isKnown(request),
            200,
            -32603),
        Fault.request(
            "an unknown version is answered with nothing",
            "lifecycle.errors-expected",
            request ->
                request.method().equals("initialize") && !isKnown(request)
                    ? Optional.of(ProxyReply.empty(500))
                    : Optional.empty()),
        undeclared("the tools are not declared", "tool.capability", "tools"),
        undeclared("the prompts are not declared", "prompt.capability", "prompts"),
        undeclared("the resources are not declared", "resource.capability", "resources"),
        undeclared("the completions are not declared", "completion.capability", "completions"),
        undeclared("logging is not declared", "logging.capability", "logging"),
        initialize(
                "changes of tools are told, but not declared",
                "lifecycle.negotiated-capabilities",
                result ->
                    ((ObjectNode) result.path("capabilities").path("tools")).remove("listChanged"))
            .in("Change.changesOfLists"),
        hasty(),
        greedy("lifecycle.negotiated-capabilities", "Question.whatTheClient"),
        greedy("roots.server-checks-capability", "Question.rootsAre"),
        greedy("elicit.mode-declared", "Question.onlyDeclared"),
        greedy("sampling.tools-only-if-declared", "Question.noTools"));
  }

  private static boolean isKnown(ProxyRequest request) {
    return Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")
        .contains(request.params().path("protocolVersion").stringValue(""));
  }

  private static Fault initialize(String name, String requirement, Consumer<ObjectNode> spoiler) {
    return FeatureFaults.of(
        "initialize", name, requirement, (request, result) -> spoiler.accept(result));
  }

  private static Fault undeclared(String name, String requirement, String capability) {
    return FeatureFaults.of("initialize", name, requirement, FeatureFaults.without(capability));
  }

  /** Asks before the client has said that it is initialized. */
  private static Fault hasty() {
    Set<String> initialized = ConcurrentHashMap.newKeySet();
    return Fault.request(
        "the client is asked before it is initialized",
        "lifecycle.server-waits",
        request -> {
          String session = request.header(SESSION);
          if (request.method().equals("notifications/initialized")) {
            initialized.add(session);
          }
          boolean early = request.method().equals("tools/call") && !initialized.contains(session);
          return early ? Optional.of(question()) : Optional.empty();
        });
  }

  private static ProxyReply question() {
    return new ProxyReply(
        200,
        List.of(new Header("Content-Type", "text/event-stream")),
        Bytes.utf8("data: {\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"roots/list\"}\n\n"));
  }

  /** Takes every client for one that can do everything. */
  private static Fault greedy(String requirement, String property) {
    return HttpFaults.requests(
            "clients are taken to be able to do everything",
            requirement,
            request -> {
              if (request.method().equals("initialize")) {
                ObjectNode message = request.message();
                ObjectNode params = (ObjectNode) message.path("params");
                params.set(
                    "capabilities",
                    Json.object(
                        "{\"elicitation\":{\"form\":{},\"url\":{}},\"roots\":{},"
                            + "\"sampling\":{\"tools\":{},\"context\":{}}}"));
                request.message(message);
              }
            })
        .in(property);
  }

  private static List<Fault> messages() {
    return List.of(
        EnvelopeFaults.results(
                "results ask for input",
                "lifecycle.negotiated-version",
                message -> result(message).put("resultType", "input_required"))
            .in("Utility.ping"),
        EnvelopeFaults.results(
                "ids of results become strings",
                "result.same-id",
                m -> m.put("id", m.path("id").isNumber() ? m.path("id").toString() : "other"))
            .in("Utility.ping"),
        EnvelopeFaults.results("jsonrpc is missing", "jsonrpc.valid", m -> m.remove("jsonrpc"))
            .in("Utility.ping"),
        EnvelopeFaults.errors("ids of errors are lost", "error.same-id", m -> m.remove("id"))
            .in("Message.error"),
        EnvelopeFaults.errors(
                "errors have codes that are texts",
                "error.code-integer",
                m -> ((ObjectNode) m.path("error")).put("code", "-32601"))
            .in("Message.error"),
        EnvelopeFaults.errors(
                "errors have no message",
                "error.shape",
                m -> ((ObjectNode) m.path("error")).remove("message"))
            .in("Message.error"),
        EnvelopeFaults.errors(
                "errors tell a story",
                "error.message-concise",
                m -> ((ObjectNode) m.path("error")).put("message", "no\nat Foo.bar"))
            .in("Message.error"),
        HttpFaults.answers(
            "pings are refused",
            "ping.answered",
            request -> request.method().equals("ping"),
            200,
            -32601),
        FeatureFaults.of(
            "ping",
            "pings are answered with the time",
            "ping.answered",
            (request, result) -> result.put("time", 5)),
        EnvelopeFaults.errorsWith(
            -32602, "unknown tools are internal errors", "tool.unknown-is-error", -32603),
        EnvelopeFaults.errorsWith(
            -32002, "missing resources are invalid", "resource.not-found-code", -32602),
        EnvelopeFaults.errorsWith(
            -32602, "invalid cursors are internal errors", "page.invalid-cursor-code", -32603),
        Fault.request(
            "any level may be set",
            "logging.invalid-level",
            request ->
                request.method().equals("logging/setLevel")
                    ? Optional.of(ProxyReply.result(request, "{}"))
                    : Optional.empty()),
        Fault.request(
            "the level does not matter",
            "logging.level-respected",
            request ->
                request.method().equals("logging/setLevel")
                    ? Optional.of(ProxyReply.result(request, "{}"))
                    : Optional.empty()),
        Fault.request(
            "cancellations are answered",
            "cancel.invalid-ignored",
            request ->
                request.method().equals("notifications/cancelled")
                    ? Optional.of(
                        ProxyReply.json(
                            400,
                            Json.object(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":"
                                    + "{\"code\":-32600,\"message\":\"unknown\"}}")))
                    : Optional.empty()),
        Fault.request(
            "cancellations are ignored",
            "cancel.receiver-stops",
            request ->
                request.method().equals("notifications/cancelled")
                    ? Optional.of(ProxyReply.empty(202))
                    : Optional.empty()),
        FeatureFaults.of(
            "tools/call",
            "a lost connection cancels",
            "http.disconnect-is-no-cancel",
            lostCalls()));
  }

  /** Counts every call that waits as cancelled. */
  private static BiConsumer<ProxyRequest, ObjectNode> lostCalls() {
    Set<Bytes> calls = new HashSet<>();
    return (request, result) -> {
      if (request.isCallOf("conformance_waits")) {
        ObjectNode waits = (ObjectNode) result.path("structuredContent");
        calls.add(request.body());
        waits.put("cancelled", calls.size());
      }
    };
  }
}
