/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.wire.HttpHead;
import java.util.Set;

/** Replies over HTTP have the content types and headers that belong to them. */
final class HttpRule implements Rule {
  @Override
  public Set<String> checks() {
    return Set.of(
        "http.reply-content-type",
        "http.stream.ends-with-response",
        "http.stream.no-buffering",
        "http.legacy.session-ignored");
  }

  @Override
  public void look(Trial trial, Reply reply) {
    reply.head().ifPresent(head -> look(trial, reply, head));
  }

  private static void look(Trial trial, Reply reply, HttpHead head) {
    boolean request = reply.ask().isReadable() && reply.ask().id().isPresent();
    if (request && head.status() == 200) {
      String type = head.mediaType();
      trial.observe(
          "http.reply-content-type",
          type.equals("application/json") || type.equals("text/event-stream"),
          "application/json or text/event-stream",
          "the content type \"" + type + "\"");
    }
    if (reply.isStream()) {
      trial.observe(
          "http.stream.no-buffering",
          head.header("X-Accel-Buffering").orElse("").equalsIgnoreCase("no"),
          "the header X-Accel-Buffering: no",
          head.header("X-Accel-Buffering").orElse("no such header"));
      boolean answered = reply.response().isPresent();
      boolean listen = reply.ask().method().equals("subscriptions/listen");
      // Another body may be an array of messages, which is answered one by one.
      if (answered && !listen && !reply.ask().hasOtherBody()) {
        boolean more = !reply.messages().get(reply.messages().size() - 1).isResponse();
        boolean again = reply.messages().stream().filter(Reply.Message::isResponse).count() > 1;
        trial.observe(
            "http.stream.ends-with-response",
            reply.ending() == Reply.Ending.COMPLETE && !more && !again,
            "the end of the stream after the response",
            more || again ? "more messages" : "a stream that stays open");
      }
    }
    if (!trial.profile().hasLegacy()) {
      trial.observe(
          "http.legacy.session-ignored",
          head.header("Mcp-Session-Id").isEmpty(),
          "no session",
          "the header Mcp-Session-Id: " + head.header("Mcp-Session-Id").orElse(""));
    }
  }
}
