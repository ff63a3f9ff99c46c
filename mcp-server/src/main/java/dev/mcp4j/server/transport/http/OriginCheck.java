/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.WebOrigin;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls from web pages that may not call.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Security &amp; Endpoint.
 */
final class OriginCheck {
  static final String ORIGIN = "Origin";

  private final boolean loopback;
  private final Set<WebOrigin> allowed;

  OriginCheck(boolean loopback, Set<WebOrigin> allowed) {
    this.loopback = loopback;
    this.allowed = Set.copyOf(allowed);
  }

  @Nullable HttpProblem problemOf(RequestHeaders headers) {
    List<String> values = headers.all(ORIGIN);
    if (values.isEmpty() || (values.size() == 1 && mayCall(values.get(0)))) {
      return null;
    }
    return HttpProblem.of(403, "The Origin header names no page that may call this server");
  }

  private boolean mayCall(String value) {
    return WebOrigin.parse(value)
        .filter(origin -> (loopback && origin.isLoopback()) || allowed.contains(origin))
        .isPresent();
  }
}
