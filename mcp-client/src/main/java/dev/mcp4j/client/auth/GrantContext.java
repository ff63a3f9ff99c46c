/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.util.Objects;
import java.util.Set;

/**
 * What a token is asked for.
 *
 * @param server the authorization server, whose metadata was checked
 * @param resource the identifier of the MCP server, to be sent as it is
 * @param scopes what to ask for; empty to leave that to the server
 * @param clientId the id of the client at the authorization server; empty if it has none
 * @param tokens sends requests to other token endpoints
 */
public record GrantContext(
    AuthorizationServerMetadata server,
    String resource,
    Set<String> scopes,
    String clientId,
    TokenEndpoints tokens) {
  /**
   * Checks and copies the components.
   *
   * @param server not null
   * @param resource not null
   * @param scopes not null
   * @param clientId not null
   * @param tokens not null
   */
  public GrantContext {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(resource, "resource");
    scopes = Scopes.copy(scopes);
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(tokens, "tokens");
  }
}
