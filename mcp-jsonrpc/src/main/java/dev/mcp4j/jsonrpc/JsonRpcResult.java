/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.RequestId;
import java.util.Objects;

/**
 * The answer to a request that succeeded.
 *
 * <p>Specification 2026-07-28: basic, Result Responses.
 *
 * @param id the id of the request
 * @param result the result; when typed, a {@link dev.mcp4j.api.Reply}; a bare {@link
 *     dev.mcp4j.api.Result} is written without {@code resultType}, as older revisions have it; for
 *     results without a type, a {@link dev.mcp4j.api.JsonObject}
 */
public record JsonRpcResult(RequestId id, Payload result) implements JsonRpcResponse {
  /**
   * Checks the components.
   *
   * @param id not null
   * @param result not null, not absent
   * @throws IllegalArgumentException if the result is absent
   */
  public JsonRpcResult {
    Objects.requireNonNull(id, "id");
    if (result == Payload.NONE) {
      throw new IllegalArgumentException("a result response without a result");
    }
    Objects.requireNonNull(result, "result");
  }
}
