/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;

/**
 * Parameters of {@code initialize}, by which a client begins a session.
 *
 * <p>Specification 2025-11-25: basic/lifecycle, Initialization.
 *
 * @param protocolVersion the revision the client wants, usually the latest it knows
 * @param capabilities what the client can do; what this library does not know is kept
 * @param clientInfo name and version of the client
 * @param meta the metadata of the request
 */
public record InitializeRequestParams(
    String protocolVersion,
    ClientCapabilities capabilities,
    Implementation clientInfo,
    RequestMeta meta)
    implements RequestParams {
  /**
   * Checks the components.
   *
   * @param protocolVersion not null
   * @param capabilities not null
   * @param clientInfo not null
   * @param meta not null
   */
  public InitializeRequestParams {
    Objects.requireNonNull(protocolVersion, "protocolVersion");
    Objects.requireNonNull(capabilities, "capabilities");
    Objects.requireNonNull(clientInfo, "clientInfo");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public InitializeRequestParams withMeta(RequestMeta meta) {
    return new InitializeRequestParams(protocolVersion, capabilities, clientInfo, meta);
  }
}
