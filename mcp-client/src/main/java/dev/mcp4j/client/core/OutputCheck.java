/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.InvalidToolResultException;

/**
 * Holds the result of a tool to the output schema of the tool. Before a result is refused the
 * schema is fetched again: it may be the schema that is out of date.
 *
 * <p>Specification 2026-07-28: server/tools, Output Schema.
 */
final class OutputCheck {
  private final ToolCatalog catalog;

  OutputCheck(ToolCatalog catalog) {
    this.catalog = catalog;
  }

  void check(CallToolResult result, Invocation<CallToolRequestParams, CallToolResult> call) {
    String name = call.params().name();
    ToolDefinition definition =
        result.structuredContent() == null ? catalog.known(name) : catalog.find(name, call);
    if (result.failed() || definition == null || definition.fault(result) == null) {
      return;
    }
    ToolDefinition fresh = catalog.refresh(name, call);
    String fault = fresh == null ? null : fresh.fault(result);
    if (fault != null) {
      throw new InvalidToolResultException(name, fault, result, null);
    }
  }
}
