/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.HostPort;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls by a name that is not the server's, which is how a web page reaches a server on the
 * machine of its reader (DNS rebinding).
 */
final class HostCheck {
  private final boolean loopback;
  private final Set<HostPort> allowed;
  private final RememberedCheck named = new RememberedCheck(this::namesUs);

  HostCheck(boolean loopback, Set<HostPort> allowed) {
    this.loopback = loopback;
    this.allowed = Set.copyOf(allowed);
  }

  @Nullable HttpProblem problemOf(RequestHeaders headers) {
    List<String> values = headers.all("Host");
    if (values.size() != 1) {
      return HttpProblem.of(400, "Expected one Host header but got " + values.size());
    }
    if (!loopback && allowed.isEmpty()) {
      return null;
    }
    return named.passes(values.get(0))
        ? null
        : HttpProblem.of(403, "The Host header does not name this server");
  }

  private boolean namesUs(String value) {
    return HostPort.parse(value).filter(this::isOurs).isPresent();
  }

  private boolean isOurs(HostPort named) {
    return (loopback && named.isLoopback())
        || allowed.contains(named)
        || allowed.contains(new HostPort(named.host(), HostPort.NO_PORT));
  }
}
