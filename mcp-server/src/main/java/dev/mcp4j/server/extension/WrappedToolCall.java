/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpRequest;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A call of a tool, before its handler runs. Not meant to be implemented by applications. */
public interface WrappedToolCall {
  /**
   * Returns the tool.
   *
   * @return the tool
   */
  RegisteredTool tool();

  /**
   * Returns the request.
   *
   * @return the request
   */
  McpRequest<CallToolRequestParams> request();

  /**
   * Returns the arguments.
   *
   * @return the arguments, which satisfy the input schema
   */
  JsonObject arguments();

  /**
   * Returns the call as the handler will get it. What is asked here, the handler knows when it asks
   * the same.
   *
   * @return the call
   */
  Call call();

  /**
   * Returns what the client has answered so far, for a {@link CallMemory}.
   *
   * @return something only the server reads
   */
  JsonObject recorded();

  /**
   * Returns the outcomes of {@link Call#once} so far, for a {@link CallMemory}.
   *
   * @return the outcomes by key
   */
  Map<String, JsonNode> outcomes();

  /**
   * Runs the rest: the wrapper that comes next, or the handler.
   *
   * @return the reply
   * @throws Exception what the handler throws
   */
  Reply<CallToolResult> proceed() throws Exception;
}
