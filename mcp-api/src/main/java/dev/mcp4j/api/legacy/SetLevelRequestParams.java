/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.legacy;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import java.util.Objects;

/**
 * Parameters of {@code logging/setLevel}.
 *
 * <p>Specification 2025-11-25: server/utilities/logging, Setting Log Level.
 *
 * @param level the least severe log message wanted from now on
 * @param meta the metadata of the request
 */
public record SetLevelRequestParams(LoggingLevel level, RequestMeta meta) implements RequestParams {
  /**
   * Checks the components.
   *
   * @param level not null
   * @param meta not null
   */
  public SetLevelRequestParams {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public SetLevelRequestParams withMeta(RequestMeta meta) {
    return new SetLevelRequestParams(level, meta);
  }
}
