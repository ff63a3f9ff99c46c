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
    Accept accept = Accept.of(call.headers().all("Accept"));
    if (!accept.accepts("application", "json") || !accept.accepts("text", "event-stream")) {
      return HttpProblem.of(
          406, "Expected the Accept header to list application/json and text/event-stream");
    }
    return null;
  }

  static boolean isJson(RequestHeaders headers) {
    List<String> values = headers.all("Content-Type");
    return values.size() == 1
        && MediaRange.parse(values.get(0))
            .filter(type -> type.type().equals("application") && type.subtype().equals("json"))
            .filter(type -> "utf-8".equalsIgnoreCase(charset(type)))
            .isPresent();
  }

  private static String charset(MediaRange type) {
    return type.parameters().getOrDefault("charset", "utf-8");
  }

  private static boolean isPlain(RequestHeaders headers) {
    return headers.all("Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase);
  }
}
