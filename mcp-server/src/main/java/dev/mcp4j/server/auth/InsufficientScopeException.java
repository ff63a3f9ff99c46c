/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.server.McpException;
import java.util.Collection;
import java.util.List;

/**
 * Refuses a request whose caller may not do this yet. Over HTTP the client gets status 403 and a
 * challenge that names the scopes, unless part of the response was sent already; it may come back
 * with more. To be thrown by interceptors and handlers whose needs depend on the arguments.
 *
 * <p>Specification 2026-07-28: basic/authorization, Runtime Insufficient Scope Errors.
 */
public final class InsufficientScopeException extends McpException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> scopes;

  /**
   * Refuses a request.
   *
   * @param scopes all scopes the operation needs, also those the caller has
   * @throws IllegalArgumentException if there is none, or one is not a scope
   */
  public InsufficientScopeException(Collection<String> scopes) {
    super(
        ErrorCode.INVALID_REQUEST,
        "This operation needs the scope " + String.join(" ", Scopes.checked(scopes)));
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("there is no scope to ask for");
    }
    this.scopes = Scopes.checked(scopes);
  }

  /**
   * Returns what the operation needs.
   *
   * @return the scopes
   */
  public List<String> scopes() {
    return scopes;
  }
}
