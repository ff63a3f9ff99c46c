/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.extension.RegisteredTool;
import dev.mcp4j.server.extension.ToolCallWrapper;
import dev.mcp4j.server.extension.WrappedToolCall;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/**
 * A call on its way through the wrappers.
 *
 * @param left the wrappers it has not passed yet
 * @param work the handler
 */
record WrappedCall(
    List<ToolCallWrapper> left,
    RegisteredTool tool,
    McpRequest<CallToolRequestParams> request,
    JsonObject arguments,
    HandlerCall handlerCall,
    Callable<Reply<CallToolResult>> work)
    implements WrappedToolCall {

  static Reply<CallToolResult> run(
      List<ToolCallWrapper> wrappers,
      RegisteredTool tool,
      McpRequest<CallToolRequestParams> request,
      JsonObject arguments,
      HandlerCall call,
      Callable<Reply<CallToolResult>> work)
      throws Exception {
    return new WrappedCall(wrappers, tool, request, arguments, call, work).proceed();
  }

  @Override
  public Call call() {
    return handlerCall;
  }

  @Override
  public JsonObject recorded() {
    return handlerCall.recorded();
  }

  @Override
  public Map<String, JsonNode> outcomes() {
    return handlerCall.outcomes();
  }

  @Override
  public Reply<CallToolResult> proceed() throws Exception {
    return left.isEmpty()
        ? work.call()
        : left.get(0)
            .call(
                new WrappedCall(
                    left.subList(1, left.size()), tool, request, arguments, handlerCall, work));
  }
}
