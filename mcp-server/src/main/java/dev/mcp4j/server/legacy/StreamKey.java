/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.util.Objects;

/**
 * Names a stream of events: session, principal and stream together, always.
 *
 * @param session whose stream it is
 * @param streamId tells it from all other streams, also those of other sessions
 */
public record StreamKey(SessionKey session, String streamId) {
  /**
   * Checks the components.
   *
   * @param session not null
   * @param streamId not null
   */
  public StreamKey {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(streamId, "streamId");
  }
}
