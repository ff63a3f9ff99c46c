/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fails a request with a JSON-RPC error. Code, message and data reach the peer as they are.
 *
 * <p>Specification 2026-07-28: basic, Error Codes.
 */
public class McpException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int RESERVED_FIRST = -32099;
  private static final int RESERVED_LAST = -32020;
  private static final int OLD_RESOURCE_NOT_FOUND = -32002;
  private static final int OLD_URL_ELICITATION_REQUIRED = -32042;

  /** The code on the wire. */
  private final int code;

  /** The message on the wire. */
  private final String peerMessage;

  private final transient @Nullable JsonNode data;

  /**
   * Makes an error without details.
   *
   * @param code the code; {@link ErrorCode} names those of JSON-RPC and MCP
   * @param message one sentence for the peer
   * @throws IllegalArgumentException if MCP reserves the code and does not define it
   */
  public McpException(int code, String message) {
    this(code, message, null);
  }

  /**
   * Makes an error.
   *
   * @param code the code; {@link ErrorCode} names those of JSON-RPC and MCP
   * @param message one sentence for the peer
   * @param data details a program can read; null for none
   * @throws IllegalArgumentException if MCP reserves the code and does not define it
   */
  public McpException(int code, String message, @Nullable JsonNode data) {
    super(Objects.requireNonNull(message, "message"));
    if (isReserved(code)) {
      throw new IllegalArgumentException("error code reserved by MCP and not defined: " + code);
    }
    this.code = code;
    this.peerMessage = message;
    this.data = data;
  }

  private static boolean isReserved(int code) {
    if (code == OLD_RESOURCE_NOT_FOUND || code == OLD_URL_ELICITATION_REQUIRED) {
      return true;
    }
    return code >= RESERVED_FIRST
        && code <= RESERVED_LAST
        && code != ErrorCode.HEADER_MISMATCH
        && code != ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY
        && code != ErrorCode.UNSUPPORTED_PROTOCOL_VERSION;
  }

  /**
   * Returns the code.
   *
   * @return the code
   */
  public final int code() {
    return code;
  }

  /**
   * Returns the details.
   *
   * @return the details, or null if there are none
   */
  public final @Nullable JsonNode data() {
    return data;
  }

  /**
   * Returns the error as it is sent.
   *
   * @return code, message and details
   */
  public final JsonRpcError error() {
    return new JsonRpcError(code, peerMessage, data);
  }
}
