/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.server.McpException;
import dev.mcp4j.server.RequestHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers that repeat parts of the body.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Request Metadata.
 */
public final class McpHeaders {
  /** The revision of the request. */
  public static final String PROTOCOL_VERSION = "MCP-Protocol-Version";

  /** The method. */
  public static final String METHOD = "Mcp-Method";

  /** The name or URI that the parameters carry. */
  public static final String NAME = "Mcp-Name";

  private McpHeaders() {}

  /**
   * Returns the value of a header that must not be repeated.
   *
   * @param headers the headers
   * @param name the name
   * @return the value without blanks around it, or null if the header is absent
   * @throws McpException if the header is repeated, or holds a character no header may hold
   */
  public static @Nullable String single(RequestHeaders headers, String name) {
    List<String> values = headers.all(name);
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1) {
      throw new Refusal(Faults.headerMismatch(name + " header is repeated"));
    }
    String value = values.get(0);
    if (!isAllowed(value)) {
      throw new Refusal(
          Faults.headerMismatch(name + " header holds characters outside visible ASCII"));
    }
    return value.strip();
  }

  private static boolean isAllowed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c >= 0x7F)) {
        return false;
      }
    }
    return true;
  }
}
