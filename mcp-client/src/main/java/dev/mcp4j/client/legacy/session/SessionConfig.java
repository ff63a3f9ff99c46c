/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.core.InputHandlers;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What sessions are begun with.
 *
 * @param clientInfo who the client is
 * @param capabilities what it can do
 * @param handlers what answers questions that belong to no call
 * @param timeout how long to wait for each response of the handshake
 * @param only the one revision to speak; null for any
 */
public record SessionConfig(
    Implementation clientInfo,
    ClientCapabilities capabilities,
    InputHandlers handlers,
    Duration timeout,
    @Nullable LegacyRevision only) {
  /**
   * Checks the components.
   *
   * @param clientInfo not null
   * @param capabilities not null
   * @param handlers not null
   * @param timeout not null
   * @param only may be null
   */
  public SessionConfig {
    Objects.requireNonNull(clientInfo, "clientInfo");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(handlers, "handlers");
    Objects.requireNonNull(timeout, "timeout");
  }
}
