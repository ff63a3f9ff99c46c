/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import dev.mcp4j.api.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a corporate identity provider asserts: that a user may use a client at an MCP server.
 *
 * @param issuer the identity provider
 * @param subject the user, unique at the identity provider; the key under which to know them
 * @param clientId the client
 * @param resource the MCP server; the only audience a token may have that is issued for this
 * @param scopes what the user may do there
 * @param expiresAt when the assertion ends
 * @param claims everything it says
 */
public record IdJag(
    String issuer,
    String subject,
    String clientId,
    String resource,
    Set<String> scopes,
    Instant expiresAt,
    JsonObject claims) {
  /**
   * Checks and copies the components.
   *
   * @param issuer not null
   * @param subject not null
   * @param clientId not null
   * @param resource not null
   * @param scopes copied; no null elements
   * @param expiresAt not null
   * @param claims not modified any more
   */
  public IdJag {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(resource, "resource");
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(claims, "claims");
  }

  /**
   * Returns what a token may allow that is issued for this.
   *
   * @param requested what the client asks for; empty for whatever it may have
   * @return the scopes that are requested and asserted
   */
  public Set<String> granted(Set<String> requested) {
    Set<String> granted = new LinkedHashSet<>(scopes);
    if (!requested.isEmpty()) {
      granted.retainAll(requested);
    }
    return Set.copyOf(granted);
  }

  /**
   * Returns who may use what, and nothing else.
   *
   * @return a text for logs
   */
  @Override
  public String toString() {
    return "IdJag of " + subject + " from " + issuer + " for " + clientId + " at " + resource;
  }
}
