/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.input.SealedState.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The origin of a request, made when it is asked for: the digest of the arguments is dear, and most
 * requests never need it. Not safe for use by several threads.
 */
final class RequestOrigin {
  private final McpRequest<?> request;
  private final String name;
  private final JsonNode arguments;
  private @Nullable Origin origin;

  RequestOrigin(McpRequest<?> request, String name, JsonNode arguments) {
    this.request = request;
    this.name = name;
    this.arguments = arguments;
  }

  Origin get() {
    if (origin == null) {
      origin =
          new Origin(
              request.caller().principal(), request.method(), name, CanonicalDigest.of(arguments));
    }
    return origin;
  }

  /** Method and name, for the log. */
  @Override
  public String toString() {
    return request.method() + " " + name;
  }
}
