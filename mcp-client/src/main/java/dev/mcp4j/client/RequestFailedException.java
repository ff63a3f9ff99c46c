/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server answered with a JSON-RPC error.
 *
 * <p>Specification 2026-07-28: basic, Error Responses.
 */
public class RequestFailedException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /** What was called. */
  private final String method;

  private final transient JsonRpcError error;

  /**
   * Makes the exception.
   *
   * @param method the method that was called
   * @param error the error as received
   */
  public RequestFailedException(String method, JsonRpcError error) {
    super("%s failed with %d: %s".formatted(method, error.code(), error.message()), null);
    this.method = method;
    this.error = error;
  }

  /**
   * Returns what was called.
   *
   * @return the method
   */
  public String method() {
    return method;
  }

  /**
   * Returns the code of the error.
   *
   * @return the code, for example one of {@link ErrorCode}
   */
  public int code() {
    return error.code();
  }

  /**
   * Returns the error as received.
   *
   * @return code, message and data
   */
  public JsonRpcError error() {
    return error;
  }

  /**
   * Returns the details of the error.
   *
   * @return any JSON value, or null if there are none
   */
  public @Nullable JsonNode data() {
    return error.data();
  }
}
