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
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      List<String> values = headers.all(parameter.headerName());
      String value = values.size() == 1 ? values.get(0) : null;
      boolean single = values.size() <= 1;
      if (!single || !parameter.matches(value, arguments == null ? null : arguments.node())) {
        throw new McpException(
            ErrorCode.HEADER_MISMATCH,
            "The header "
                + parameter.headerName()
                + " must repeat the argument "
                + String.join(".", parameter.path())
                + ": "
                + (values.isEmpty() ? "it is missing" : "it does not"));
      }
    }
  }
}
