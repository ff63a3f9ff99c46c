/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.InvalidToolResultException;
import dev.mcp4j.client.McpClientException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the result of a tool to the output schema of the tool. Before a result is refused the
 * schema is fetched again: it may be the schema that is out of date.
 *
 * <p>Specification 2026-07-28: server/tools, Output Schema.
 */
final class OutputCheck {
  private static final Logger log = LoggerFactory.getLogger(OutputCheck.class);

  private final ToolCatalog catalog;

  OutputCheck(ToolCatalog catalog) {
    this.catalog = catalog;
  }

  void check(CallToolResult result, Invocation<CallToolRequestParams, CallToolResult> call) {
    if (result.failed()) {
      return;
    }
    String name = call.params().name();
    String fault =
        fault(
            result,
            null,
            () ->
                result.structuredContent() == null
                    ? catalog.known(name)
                    : catalog.find(name, call));
    if (fault != null) {
      fault = fault(result, fault, () -> catalog.refresh(name, call));
    }
    if (fault != null) {
      throw new InvalidToolResultException(name, fault, result, null);
    }
  }

  /** A tool that cannot be looked up must not cost the result of a call that has succeeded. */
  private static @Nullable String fault(
      CallToolResult result,
      @Nullable String unlessFound,
      Supplier<@Nullable ToolDefinition> lookUp) {
    try {
      ToolDefinition definition = lookUp.get();
      return definition == null ? null : definition.fault(result);
    } catch (CallCancelledException e) {
      throw e;
    } catch (McpClientException e) {
      log.warn("a result is not held to its schema, which cannot be fetched: {}", e.getMessage());
      return unlessFound;
    }
  }
}
