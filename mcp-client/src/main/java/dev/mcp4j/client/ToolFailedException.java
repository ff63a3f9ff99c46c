/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import java.util.stream.Collectors;

/**
 * The tool said that it failed ({@code isError}) where a value was asked for. The message is the
 * text of the tool, meant for a model to read.
 *
 * <p>Specification 2026-07-28: server/tools, Error Handling.
 */
public final class ToolFailedException extends McpClientException {
  private static final long serialVersionUID = 1L;

  /** The name of the tool. */
  private final String tool;

  private final transient CallToolResult result;

  /**
   * Makes the exception.
   *
   * @param tool the name of the tool
   * @param result the result as received
   */
  public ToolFailedException(String tool, CallToolResult result) {
    super(text(tool, result), null);
    this.tool = tool;
    this.result = result;
  }

  /**
   * Returns which tool failed.
   *
   * @return the name of the tool
   */
  public String tool() {
    return tool;
  }

  /**
   * Returns the result.
   *
   * @return the result as received
   */
  public CallToolResult result() {
    return result;
  }

  private static String text(String tool, CallToolResult result) {
    String text =
        result.content().stream()
            .filter(TextContent.class::isInstance)
            .map(content -> ((TextContent) content).text())
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? "tool %s failed without a text".formatted(tool) : text;
  }
}
