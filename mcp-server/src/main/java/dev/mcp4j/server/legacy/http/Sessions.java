/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import org.jspecify.annotations.Nullable;

/** Where it is known which sessions there are. Safe for use by several threads. */
interface Sessions {
  /**
   * Begins a session.
   *
   * @param facts what the client said
   * @param principal who it is; null if nobody was authenticated
   * @return the id, visible ASCII; null if there are too many sessions
   */
  @Nullable String begin(ClientFacts facts, @Nullable String principal);

  /** Finds a session; null if there is none of that id for that principal. */
  @Nullable SessionRecord find(SessionKey key);
}
