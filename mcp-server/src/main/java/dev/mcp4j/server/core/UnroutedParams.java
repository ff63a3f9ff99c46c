/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.jsonrpc.Payload;
import java.util.Objects;

/**
 * Parameters of a method the server does not have. Whoever knows the method reads them.
 *
 * @param meta the metadata
 * @param payload all of it, unread
 */
public record UnroutedParams(RequestMeta meta, Payload payload) implements RequestParams {
  /**
   * Checks the components.
   *
   * @param meta not null
   * @param payload not null
   */
  public UnroutedParams {
    Objects.requireNonNull(meta, "meta");
    Objects.requireNonNull(payload, "payload");
  }

  @Override
  public UnroutedParams withMeta(RequestMeta meta) {
    return new UnroutedParams(meta, payload);
  }
}
