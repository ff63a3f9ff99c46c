/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a request failed, as it stands on the wire.
 *
 * <p>Specification 2026-07-28: basic, Error Responses.
 *
 * @param code the code; {@link ErrorCode} names those of JSON-RPC and MCP
 * @param message one sentence for people
 * @param data details a program can read; null if absent
 */
public record JsonRpcError(int code, String message, @Nullable JsonNode data) {
  /**
   * Checks and copies the components.
   *
   * @param code any value
   * @param message not null
   * @param data may be null
   */
  public JsonRpcError {
    Objects.requireNonNull(message, "message");
  }

  /**
   * Makes an error without details.
   *
   * @param code the code
   * @param message one sentence for people
   * @return the error
   */
  public static JsonRpcError of(int code, String message) {
    return new JsonRpcError(code, message, null);
  }
}
