/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a session. Somebody else's session has another key, even if somebody knows its id.
 *
 * @param sessionId the id, unguessable
 * @param principal who began the session; null if nobody was authenticated
 */
public record SessionKey(String sessionId, @Nullable String principal) {
  /**
   * Checks the components.
   *
   * @param sessionId not null
   * @param principal may be null
   */
  public SessionKey {
    Objects.requireNonNull(sessionId, "sessionId");
  }
}
