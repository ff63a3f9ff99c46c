/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.ScopeHandler;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.NoSessionAsking;
import dev.mcp4j.server.legacy.wire.SessionHandler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of a client of whom nothing is kept.
 *
 * @param server answers
 * @param facts what the client said about itself, as far as the call says so
 * @param ids makes ids nobody can guess
 */
record Passing(Pipeline server, ClientFacts facts, Supplier<String> ids) implements Conversation {
  @Override
  public @Nullable LiveSession session() {
    return null;
  }

  /** Such a client is never asked. */
  @Override
  public void initialized() {}

  @Override
  public @Nullable LoggingLevel level() {
    return null;
  }

  @Override
  public ScopeHandler handler(Outbound reply) {
    return new SessionHandler(server, null, new NoSessionAsking(ids));
  }
}
