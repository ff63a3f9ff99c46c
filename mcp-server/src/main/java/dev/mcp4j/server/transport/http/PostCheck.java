/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.HttpCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot be a message, by its method and its headers.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Sending Messages.
 */
final class PostCheck {
  private static final RememberedCheck JSON = new RememberedCheck(PostCheck::isJson);
  private static final RememberedCheck REPLIES_ACCEPTED =
      new RememberedCheck(value -> acceptsReplies(List.of(value)));

  private PostCheck() {}

  static @Nullable HttpProblem problemOf(HttpCall call, String allowed) {
    if (!call.method().equals("POST")) {
      return HttpProblem.of(405, "Expected the method POST").withHeader("Allow", allowed);
    }
    if (!isJson(call.headers())) {
      return HttpProblem.of(415, "Expected the Content-Type application/json");
    }
    if (!isPlain(call.headers())) {
      return HttpProblem.of(415, "Expected a body without Content-Encoding")
          .withHeader("Accept-Encoding", "identity");
    }
    if (!readsReplies(call.headers().all("Accept"))) {
      return HttpProblem.of(
          406, "Expected the Accept header to list application/json and text/event-stream");
    }
    return null;
  }

  private static boolean readsReplies(List<String> accept) {
    return accept.size() == 1 ? REPLIES_ACCEPTED.passes(accept.get(0)) : acceptsReplies(accept);
  }

  private static boolean acceptsReplies(List<String> values) {
    Accept accept = Accept.of(values);
    return accept.accepts("application", "json") && accept.accepts("text", "event-stream");
  }

  static boolean isJson(RequestHeaders headers) {
    List<String> values = headers.all("Content-Type");
    return values.size() == 1 && JSON.passes(values.get(0));
  }

  private static boolean isJson(String contentType) {
    return MediaRange.parse(contentType)
        .filter(type -> type.type().equals("application") && type.subtype().equals("json"))
        .filter(type -> "utf-8".equalsIgnoreCase(charset(type)))
        .isPresent();
  }

  private static String charset(MediaRange type) {
    return type.parameters().getOrDefault("charset", "utf-8");
  }

  private static boolean isPlain(RequestHeaders headers) {
    return headers.first("Content-Encoding") == null
        || headers.all("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
  }
}
