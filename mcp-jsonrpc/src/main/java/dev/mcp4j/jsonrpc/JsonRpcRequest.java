/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import dev.mcp4j.api.RequestId;
import java.util.Objects;

/**
 * Asks for something and wants an answer.
 *
 * <p>Specification 2026-07-28: basic, Requests.
 *
 * @param id what the answer is found by
 * @param method the name of the method
 * @param params the parameters; when typed, a {@link dev.mcp4j.api.RequestParams} or, for methods
 *     without a type, a {@link dev.mcp4j.api.JsonObject}
 */
public record JsonRpcRequest(RequestId id, String method, Payload params)
    implements JsonRpcMessage {
  /**
   * Checks the components.
   *
   * @param id not null
   * @param method not null
   * @param params not null
   */
  public JsonRpcRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(params, "params");
  }
}
