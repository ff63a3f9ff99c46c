/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as the transport found out.
 *
 * @param principal the authenticated principal; null if nobody was authenticated
 * @param scopes what the principal may do; empty if there is none
 * @param transport the name of the transport, for example {@code "stdio"} or {@code "http"}
 * @param claims what is known about the principal beyond that, as its token says; empty if there is
 *     no token
 * @param expiresAt when its token is not accepted any more, and subscriptions end; null if it does
 *     not end
 */
public record Caller(
    @Nullable String principal,
    Set<String> scopes,
    String transport,
    JsonObject claims,
    @Nullable Instant expiresAt) {
  /**
   * Checks and copies the components.
   *
   * @param principal may be null
   * @param scopes copied; no null elements
   * @param transport not null
   * @param claims not modified any more
   * @param expiresAt may be null
   */
  public Caller {
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(claims, "claims");
  }

  /**
   * Makes a caller who may go on for any time.
   *
   * @param principal may be null
   * @param scopes copied; no null elements
   * @param transport not null
   * @param claims not modified any more
   */
  public Caller(
      @Nullable String principal, Set<String> scopes, String transport, JsonObject claims) {
    this(principal, scopes, transport, claims, null);
  }

  /**
   * Makes a caller of whom nothing else is known.
   *
   * @param principal may be null
   * @param scopes copied; no null elements
   * @param transport not null
   */
  public Caller(@Nullable String principal, Set<String> scopes, String transport) {
    this(principal, scopes, transport, JsonObject.EMPTY);
  }

  /**
   * Makes a caller nobody authenticated.
   *
   * @param transport the name of the transport
   * @return the caller, without scopes
   */
  public static Caller anonymous(String transport) {
    return new Caller(null, Set.of(), transport);
  }

  /**
   * Returns who it is, without the claims: they may be nobody else's business.
   *
   * @return a text for logs
   */
  @Override
  public String toString() {
    return "Caller[principal="
        + principal
        + ", scopes="
        + scopes
        + ", transport="
        + transport
        + "]";
  }
}
