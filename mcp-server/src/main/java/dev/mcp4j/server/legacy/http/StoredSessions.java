/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.LegacySession;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in a store.
 *
 * @param store keeps them
 * @param idle how long a session lives that nobody uses
 * @param ids makes ids nobody can guess
 */
record StoredSessions(SessionStore store, Duration idle, Supplier<String> ids) implements Sessions {
  /** Whoever begins a session says so at once; who does not is not worth the room. */
  private static final Duration HANDSHAKE = Duration.ofMinutes(1);

  /** How much of a client is kept; there may be thousands of them, and nobody knows them. */
  private static final int MAX_BYTES = 64 << 10;

  @Override
  public @Nullable String begin(ClientFacts facts, @Nullable String principal) {
    SessionKey key = new SessionKey(ids.get(), principal);
    SessionRecord session =
        new SessionRecord(
            key,
            facts.revision().wireName(),
            facts.clientInfo(),
            facts.capabilities(),
            LegacySession.DEFAULT_LEVEL,
            Set.of(),
            false);
    if (session.toJson().length > MAX_BYTES) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "/params: clientInfo and capabilities take more than " + MAX_BYTES + " bytes");
    }
    Duration first = idle.compareTo(HANDSHAKE) < 0 ? idle : HANDSHAKE;
    return store.create(session, first) ? key.sessionId() : null;
  }

  @Override
  public @Nullable SessionRecord find(SessionKey key) {
    SessionRecord session = store.find(key);
    return session != null && session.key().equals(key) && store.touch(key, idle) ? session : null;
  }
}
