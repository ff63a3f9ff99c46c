/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.UnsupportedProtocolVersionData;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the faults of the protocol, and knows their HTTP status.
 *
 * <p>Specification 2026-07-28: basic, Error Codes; basic/transports/streamable-http, Server
 * Validation.
 */
public final class Faults {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SHOWN = 120;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

  private Faults() {}

  /**
   * Returns the HTTP status of a response with this fault.
   *
   * @param fault the fault
   * @return the status it hints at, or the one its code stands for
   */
  public static int httpStatus(Fault fault) {
    if (fault.hint() instanceof Fault.Hint.Status hint) {
      return hint.status();
    }
    if (fault.hint() instanceof Fault.Hint.Challenge) {
      return FORBIDDEN;
    }
    return switch (fault.code()) {
      case ErrorCode.METHOD_NOT_FOUND -> NOT_FOUND;
      case ErrorCode.PARSE_ERROR,
          ErrorCode.INVALID_REQUEST,
          ErrorCode.HEADER_MISMATCH,
          ErrorCode.MISSING_REQUIRED_CLIENT_CAPABILITY,
          ErrorCode.UNSUPPORTED_PROTOCOL_VERSION ->
          BAD_REQUEST;
      default -> OK;
    };
  }

  static Fault missingMetadata(String message, List<String> supportedVersions) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    supportedVersions.forEach(data.putArray("supported")::add);
    return new Fault(ErrorCode.INVALID_PARAMS, message, data, new Fault.Hint.Status(BAD_REQUEST));
  }

  static Fault unsupportedVersion(List<String> supportedVersions, String requested) {
    return new Fault(
        ErrorCode.UNSUPPORTED_PROTOCOL_VERSION,
        "Unsupported protocol version",
        McpJson.toTree(new UnsupportedProtocolVersionData(supportedVersions, requested)),
        Fault.Hint.None.INSTANCE);
  }

  static Fault headerMismatch(String what) {
    return Fault.of(ErrorCode.HEADER_MISMATCH, "Header mismatch: " + what);
  }

  static Fault methodNotFound(String method) {
    return Fault.of(ErrorCode.METHOD_NOT_FOUND, "Method not found: " + shown(method));
  }

  static Fault invalidParams(String reason) {
    return Fault.of(ErrorCode.INVALID_PARAMS, reason);
  }

  static Fault duplicateId(RequestId id) {
    return Fault.of(
        ErrorCode.INVALID_REQUEST,
        "A request with id " + shown(id.toString()) + " is in flight already");
  }

  /**
   * Refuses a JSON array of messages.
   *
   * @return the fault
   */
  public static Fault batch() {
    return Fault.of(ErrorCode.INVALID_REQUEST, "Expected one message but got an array of them");
  }

  static Fault internal(String message) {
    return Fault.of(ErrorCode.INTERNAL_ERROR, message);
  }

  /**
   * Makes what a peer sent fit for a message that repeats it: a short line.
   *
   * @param text what it sent
   * @return its beginning, with spaces for control characters
   */
  public static String shown(String text) {
    String line =
        CONTROL.matcher(text.substring(0, Math.min(text.length(), SHOWN))).replaceAll(" ");
    if (text.length() <= SHOWN) {
      return line;
    }
    boolean splitsPair = Character.isHighSurrogate(line.charAt(SHOWN - 1));
    return line.substring(0, splitsPair ? SHOWN - 1 : SHOWN) + "...";
  }
}
