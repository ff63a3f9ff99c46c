/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Result of {@code initialize}.
 *
 * <p>Specification 2025-11-25: basic/lifecycle, Initialization.
 *
 * @param protocolVersion the revision the session has
 * @param capabilities what the server can do; what this library does not know is kept
 * @param serverInfo name and version of the server
 * @param instructions how a model should use the server; null if absent
 * @param meta the metadata of the result
 */
public record InitializeResult(
    String protocolVersion,
    ServerCapabilities capabilities,
    Implementation serverInfo,
    @Nullable String instructions,
    ResultMeta meta)
    implements Result {
  /**
   * Checks the components.
   *
   * @param protocolVersion not null
   * @param capabilities not null
   * @param serverInfo not null
   * @param instructions may be null
   * @param meta not null
   */
  public InitializeResult {
    Objects.requireNonNull(protocolVersion, "protocolVersion");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(serverInfo, "serverInfo");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public InitializeResult withMeta(ResultMeta meta) {
    return new InitializeResult(protocolVersion, capabilities, serverInfo, instructions, meta);
  }
}
