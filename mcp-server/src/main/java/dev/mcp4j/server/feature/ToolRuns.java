/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.core.Faults;
import dev.mcp4j.server.extension.CallMemory;
import dev.mcp4j.server.extension.RegisteredTool;
import dev.mcp4j.server.extension.ToolCalls;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Runs tools for extensions.
 *
 * @param tools all tools
 * @param invocation runs one of them
 */
public record ToolRuns(Registry<Tool, ToolEntry<?>> tools, ToolInvocation invocation)
    implements ToolCalls {
  @Override
  public @Nullable RegisteredTool find(String name) {
    return tools.get(name);
  }

  @Override
  public Reply<CallToolResult> run(
      McpRequest<CallToolRequestParams> request,
      Notifier notifier,
      CallMemory memory,
      Predicate<? super Throwable> passOn)
      throws Exception {
    String name = request.params().name();
    ToolEntry<?> tool = tools.get(name);
    if (tool == null) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Unknown tool: " + Faults.shown(name));
    }
    return invocation.resume(tool, request, notifier, memory, passOn);
  }

  @Override
  public void requireFit(String key, InputRequest question, JsonNode answer) {
    invocation.requireFit(key, question, answer);
  }
}
