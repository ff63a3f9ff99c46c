/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import java.util.Set;

/**
 * The call a task answers, as far as another process needs it to do the work.
 *
 * @param tool the name of the tool
 * @param arguments the arguments; they satisfy the input schema
 * @param meta the metadata of the request
 * @param scopes what the caller may do
 * @param transport the name of the transport the call came by
 */
public record TaskRequest(
    String tool, JsonObject arguments, JsonObject meta, Set<String> scopes, String transport) {
  /**
   * Checks and copies the components.
   *
   * @param tool not null
   * @param arguments not null
   * @param meta not null
   * @param scopes copied; no null elements
   * @param transport not null
   */
  public TaskRequest {
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(meta, "meta");
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(transport, "transport");
  }
}
