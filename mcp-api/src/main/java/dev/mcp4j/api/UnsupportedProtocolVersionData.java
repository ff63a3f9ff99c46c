/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.List;
import java.util.Objects;

/**
 * Details of {@link ErrorCode#UNSUPPORTED_PROTOCOL_VERSION}.
 *
 * <p>Specification 2026-07-28: basic/versioning, Protocol Version Negotiation.
 *
 * @param supported the revisions the server supports
 * @param requested the revision that was asked for
 */
public record UnsupportedProtocolVersionData(List<String> supported, String requested) {
  /**
   * Checks and copies the components.
   *
   * @param supported copied; no null elements
   * @param requested not null
   */
  public UnsupportedProtocolVersionData {
    supported = List.copyOf(supported);
    Objects.requireNonNull(requested, "requested");
  }
}
