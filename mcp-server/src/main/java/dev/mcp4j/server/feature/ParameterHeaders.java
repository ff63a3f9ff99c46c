/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.schema.HeaderParameter;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.McpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares arguments with the headers that repeat them, so that whoever routes by header and
 * whoever reads the body see the same call.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Server Validation.
 */
final class ParameterHeaders {
  private ParameterHeaders() {}

  /**
   * Checks the headers of a call.
   *
   * @throws McpException if a header is missing, malformed, repeated, or says something else
   */
  static void check(
      List<HeaderParameter> parameters, @Nullable JsonObject arguments, RequestHeaders headers) {
    for (HeaderParameter parameter : parameters) {
      String value = McpHeaders.single(headers, parameter.headerName());
      JsonNode sent = arguments == null ? null : arguments.node();
      if (!parameter.matches(value, sent, headers.tabsAreSpaces())) {
        throw new McpException(
            ErrorCode.HEADER_MISMATCH,
            "Header mismatch: %s header %s argument %s"
                .formatted(
                    parameter.headerName(),
                    value == null ? "is missing, which repeats the" : "does not match the",
                    String.join(".", parameter.path())));
      }
    }
  }
}
