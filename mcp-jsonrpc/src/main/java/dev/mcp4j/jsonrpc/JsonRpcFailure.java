/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that failed.
 *
 * <p>Specification 2026-07-28: basic, Error Responses.
 *
 * @param id the id of the request; null if it could not be read, and then left out on the wire
 * @param error why it failed
 */
public record JsonRpcFailure(@Nullable RequestId id, JsonRpcError error)
    implements JsonRpcResponse {
  /**
   * Checks the components.
   *
   * @param id may be null
   * @param error not null
   */
  public JsonRpcFailure {
    Objects.requireNonNull(error, "error");
  }
}
