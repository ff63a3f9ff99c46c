/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

/**
 * The error codes of JSON-RPC and MCP. Codes of applications lie outside -32768 to -32000.
 *
 * <p>Specification 2026-07-28: basic, Error Codes.
 */
public final class ErrorCode {
  /** The input is not JSON. */
  public static final int PARSE_ERROR = -32700;

  /** The JSON is not a request this peer takes. */
  public static final int INVALID_REQUEST = -32600;

  /** There is no such method. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters do not fit the method. */
  public static final int INVALID_PARAMS = -32602;

  /** The receiver failed. */
  public static final int INTERNAL_ERROR = -32603;

  /** HTTP headers are missing, malformed or differ from the body. */
  public static final int HEADER_MISMATCH = -32020;

  /** The request needs a capability the client did not declare. */
  public static final int MISSING_REQUIRED_CLIENT_CAPABILITY = -32021;

  /** The server does not speak the revision of the request. */
  public static final int UNSUPPORTED_PROTOCOL_VERSION = -32022;

  private ErrorCode() {}
}
