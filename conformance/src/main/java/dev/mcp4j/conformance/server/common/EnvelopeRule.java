/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Transport;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Messages are messages of JSON-RPC, and name the request they belong to. */
final class EnvelopeRule implements Rule {
  /** By these, revision 2026-07-28 refuses what it has read. */
  private static final Set<Integer> READ_STATUSES = Set.of(400, 404);

  @Override
  public Set<String> checks() {
    return Set.of(
        "jsonrpc.valid",
        "transport.utf-8",
        "stdio.stdout-messages-only",
        "stdio.no-embedded-newline",
        "notification.no-id",
        "result.same-id",
        "result.present",
        "error.same-id",
        "error.shape",
        "error.message-concise");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    for (Reply.Message message : reply.messages()) {
      if (isMessage(trial, reply, message)) {
        envelope(trial, message.node());
        if (message.method().isEmpty()) {
          response(trial, reply, message.node());
        } else {
          noId(trial, message.node());
        }
      }
    }
  }

  /** Whether it is JSON at all. What comes with a refusal of HTTP need not be. */
  private static boolean isMessage(Trial trial, Reply reply, Reply.Message message) {
    boolean stdio = trial.server().transport() == Transport.STDIO;
    boolean json =
        stdio
            || reply.isStream()
            || (reply.head().map(head -> head.mediaType().equals("application/json")).orElse(false)
                && (reply.status() < 400 || isMeant(message.node())));
    if (json) {
      trial.observe("transport.utf-8", message.raw().isUtf8(), "UTF-8", "bytes that are not UTF-8");
      String shown = "\"" + cut(message.raw().text()) + "\"";
      if (stdio) {
        boolean fits = message.node().isObject();
        trial.observe("stdio.stdout-messages-only", fits, "a message on each line", shown);
        trial.observe("stdio.no-embedded-newline", fits, "a whole message on one line", shown);
      }
      trial.observe("jsonrpc.valid", message.node().isObject(), "a JSON object", shown);
    }
    return json && message.node().isObject();
  }

  /** A refusal of HTTP may have a body of its own kind, such as those of OAuth and of gateways. */
  private static boolean isMeant(JsonNode body) {
    return body.has("jsonrpc") || (body.path("error").isObject() && body.has("id"));
  }

  private static void envelope(Trial trial, JsonNode message) {
    trial.observe(
        "jsonrpc.valid",
        message.path("jsonrpc").stringValue("").equals("2.0"),
        "the member jsonrpc with the value \"2.0\"",
        Json.brief(message));
    boolean one =
        (message.has("method") ? 1 : 0)
                + (message.has("result") ? 1 : 0)
                + (message.has("error") ? 1 : 0)
            == 1;
    trial.observe(
        "jsonrpc.valid", one, "exactly one of method, result and error", Json.brief(message));
  }

  private static void noId(Trial trial, JsonNode message) {
    trial.observe(
        "notification.no-id",
        !(message.has("id") && message.path("method").stringValue("").startsWith("notifications/")),
        "a notification without an id",
        Json.brief(message));
  }

  private static void response(Trial trial, Reply reply, JsonNode message) {
    boolean isError = message.has("error");
    trial.observe(
        "result.present",
        isError || message.has("result"),
        "the member result or the member error",
        Json.brief(message));
    if (!isError) {
      boolean same = sameId(message.get("id"), reply.ask().id());
      trial.observe("result.same-id", !knowable(reply) || same, expected(reply), given(message));
      return;
    }
    JsonNode error = message.path("error");
    trial.observe(
        "error.shape",
        error.isObject() && error.has("code") && error.path("message").isString(),
        "an error object with a code and a message",
        Json.brief(error));
    boolean readable = reply.ask().isReadable() && reply.ask().isOfSomeRevision();
    trial.observe(
        "error.message-concise",
        !readable || !ownWords(error, reply.ask()).contains("\n"),
        "a message of one line",
        Json.brief(error));
    boolean unread = mayBeUnread(reply, trial.revision()) && hasNoId(message);
    boolean excused = !knowable(reply) || unread;
    boolean same = sameId(message.get("id"), reply.ask().id());
    trial.observe("error.same-id", excused || same, expected(reply), given(message));
  }

  /** The message without what it quotes from the request. */
  private static String ownWords(JsonNode error, Ask ask) {
    String message = error.path("message").stringValue("");
    for (JsonNode value : ask.message().path("params")) {
      String quoted = value.stringValue("");
      if (!quoted.isEmpty()) {
        message = message.replace(quoted, "");
      }
    }
    return message;
  }

  /** The id counts as readable only in messages that are otherwise sound. */
  private static boolean knowable(Reply reply) {
    return reply.ask().isReadable()
        && reply.ask().id().filter(id -> id.isString() || id.isIntegralNumber()).isPresent()
        && reply.ask().message().path("jsonrpc").stringValue("").equals("2.0")
        && reply.ask().message().path("method").isString()
        && (reply.ask().message().path("params").isObject()
            || !reply.ask().message().has("params"));
  }

  /** JSON-RPC itself writes the id that an error does not have as null. */
  private static boolean hasNoId(JsonNode message) {
    return message.path("id").isMissingNode() || message.path("id").isNull();
  }

  /** What is refused for its headers, or by sheer trouble, may not have been read. */
  private static boolean mayBeUnread(Reply reply, Revision revision) {
    int status = reply.status();
    boolean isRead =
        READ_STATUSES.contains(status) && !reply.ask().headers().spoil("Authorization");
    return status >= 400 && (revision == Revision.V2025_11_25 || !isRead);
  }

  private static boolean sameId(JsonNode id, Optional<JsonNode> asked) {
    if (id == null || asked.isEmpty()) {
      return false;
    }
    return Json.same(id, asked.get());
  }

  private static String expected(Reply reply) {
    return "the id " + reply.ask().id().map(Json::brief).orElse("of the request");
  }

  private static String given(JsonNode message) {
    return message.has("id") ? "the id " + Json.brief(message.path("id")) : "no id";
  }

  private static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
