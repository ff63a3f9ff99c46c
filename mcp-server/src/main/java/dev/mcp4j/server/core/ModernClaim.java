/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.server.RequestHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request claims to be written in a revision whose requests carry their own
 * metadata. A request that does is served by this revision, or refused by its rules; one that does
 * not is what an older client sends.
 *
 * <p>Specification 2026-07-28: basic/versioning, Backward Compatibility.
 */
public final class ModernClaim {
  private ModernClaim() {}

  /**
   * Looks for the claim.
   *
   * @param meta the metadata of the request
   * @param headers the HTTP headers; null on transports without headers
   * @return true if the metadata names a revision, or the header {@code MCP-Protocol-Version} holds
   *     anything but a revision with a handshake, or that header is absent and there is a header
   *     {@code Mcp-Method}
   */
  public static boolean isMade(RequestMeta meta, @Nullable RequestHeaders headers) {
    return meta.protocolVersion() != null || (headers != null && isMade(headers));
  }

  private static boolean isMade(RequestHeaders headers) {
    String version = headers.first(McpHeaders.PROTOCOL_VERSION);
    return version == null
        ? headers.first(McpHeaders.METHOD) != null
        : !ProtocolVersion.LEGACY.contains(version);
  }
}
