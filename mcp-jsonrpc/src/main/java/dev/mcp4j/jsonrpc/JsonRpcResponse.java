/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * <p>Specification 2026-07-28: basic, Responses.
 */
public sealed interface JsonRpcResponse extends JsonRpcMessage
    permits JsonRpcResult, JsonRpcFailure {
  /**
   * Returns which request is answered.
   *
   * @return the id of the request; null only for a failure to read one
   */
  @Nullable RequestId id();
}
