/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client can do when asked to sample. Open.
 *
 * <p>Specification 2026-07-28: client/sampling, Capabilities.
 *
 * @param context present if context inclusion is supported; null if not
 * @param tools present if tool use is supported; null if not
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record SamplingCapability(
    @Nullable JsonObject context, @Nullable JsonObject tools, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param context may be null
   * @param tools may be null
   * @param other not null
   */
  public SamplingCapability {
    Objects.requireNonNull(other, "other");
  }

  /** Sampling without extras. */
  public static final SamplingCapability BASIC =
      new SamplingCapability(null, null, JsonObject.EMPTY);
}
