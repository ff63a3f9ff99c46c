/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as the transport found out.
 *
 * @param principal the authenticated principal; null if nobody was authenticated
 * @param scopes what the principal may do; empty if there is none
 * @param transport the name of the transport, for example {@code "stdio"} or {@code "http"}
 */
public record Caller(@Nullable String principal, Set<String> scopes, String transport) {
  /**
   * Checks and copies the components.
   *
   * @param principal may be null
   * @param scopes copied; no null elements
   * @param transport not null
   */
  public Caller {
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(transport, "transport");
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
}
