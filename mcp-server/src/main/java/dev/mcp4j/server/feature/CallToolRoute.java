/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.core.Faults;
import dev.mcp4j.server.core.UnmirroredHeaders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls tools by name.
 *
 * @param tools all tools
 * @param invocation runs one of them
 */
record CallToolRoute(Registry<Tool, ToolEntry<?>> tools, ToolInvocation invocation)
    implements Route<CallToolRequestParams, CallToolResult> {

  @Override
  public Reply<CallToolResult> handle(McpRequest<CallToolRequestParams> request, Notifier notifier)
      throws Exception {
    String name = request.params().name();
    ToolEntry<?> tool = tools.find(name, request.caller());
    if (tool == null) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Unknown tool: " + Faults.shown(name));
    }
    return invocation.invoke(tool, request, notifier);
  }

  @Override
  public void check(McpRequest<CallToolRequestParams> request) {
    ToolEntry<?> tool = tools.find(request.params().name(), request.caller());
    RequestHeaders headers = UnmirroredHeaders.mirrored(request.headers());
    if (tool != null && headers != null) {
      ParameterHeaders.check(tool.headers(), request.params().arguments(), headers);
    }
  }

  @Override
  public List<String> requiredScopes(McpRequest<CallToolRequestParams> request) {
    ToolEntry<?> tool = tools.find(request.params().name(), request.caller());
    return tool == null ? List.of() : tool.scopes();
  }

  @Override
  public String routingName(CallToolRequestParams params) {
    return params.name();
  }

  @Override
  public boolean inline(CallToolRequestParams params) {
    ToolEntry<?> tool = tools.get(params.name());
    return tool != null && tool.inline();
  }

  @Override
  public @Nullable Duration timeout(CallToolRequestParams params) {
    ToolEntry<?> tool = tools.get(params.name());
    return tool == null ? null : tool.timeout();
  }
}
