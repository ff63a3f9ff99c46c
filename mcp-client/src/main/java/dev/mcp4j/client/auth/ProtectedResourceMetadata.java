/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an MCP server says about its authorization.
 *
 * <p>Specification: RFC 9728.
 *
 * @param resource the identifier of the server, as it was received
 * @param authorizationServers the issuers of its authorization servers, at least one
 * @param members the whole document
 */
public record ProtectedResourceMetadata(
    String resource, List<String> authorizationServers, JsonObject members) {
  /**
   * Checks the components.
   *
   * @param resource not null
   * @param authorizationServers not empty
   * @param members not null
   */
  public ProtectedResourceMetadata {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(members, "members");
    authorizationServers = List.copyOf(authorizationServers);
    if (authorizationServers.isEmpty()) {
      throw new IllegalArgumentException("expected at least one authorization server");
    }
  }

  /**
   * Returns the scopes that the basic functions of the server need.
   *
   * @return the scopes, or null if the document does not say
   */
  public @Nullable List<String> scopesSupported() {
    return Members.strings(members, "scopes_supported");
  }
}
