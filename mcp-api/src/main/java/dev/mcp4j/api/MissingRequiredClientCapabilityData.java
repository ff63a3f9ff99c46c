/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;

/**
 * Details of {@link ErrorCode#MISSING_REQUIRED_CLIENT_CAPABILITY}.
 *
 * <p>Specification 2026-07-28: basic, _meta.
 *
 * @param requiredCapabilities what the client would have to declare
 */
public record MissingRequiredClientCapabilityData(ClientCapabilities requiredCapabilities) {
  /**
   * Checks and copies the components.
   *
   * @param requiredCapabilities not null
   */
  public MissingRequiredClientCapabilityData {
    Objects.requireNonNull(requiredCapabilities, "requiredCapabilities");
  }
}
