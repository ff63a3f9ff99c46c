/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.ScopeHandler;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import org.jspecify.annotations.Nullable;

/** What a call is a part of. */
interface Conversation {
  /** What the client said about itself. */
  ClientFacts facts();

  /** The session; null if nothing is kept of the client. */
  @Nullable LiveSession session();

  /** Takes that the client says it is initialized. */
  void initialized();

  /** The least severe log message the client wants; null for none at all. */
  @Nullable LoggingLevel level();

  /**
   * Makes what answers a request.
   *
   * @param reply where the client can be asked something meanwhile
   */
  ScopeHandler handler(Outbound reply);
}
