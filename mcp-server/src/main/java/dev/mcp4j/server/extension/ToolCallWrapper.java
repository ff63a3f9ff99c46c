/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolResult;

/**
 * Stands around the handler of every tool. It runs after the arguments were checked, once for each
 * round of questions, just as the handler does. Safe for use by several threads.
 */
@FunctionalInterface
public interface ToolCallWrapper {
  /**
   * Answers a call, by {@linkplain WrappedToolCall#proceed proceeding} or otherwise.
   *
   * @param call the call
   * @return the reply
   * @throws Exception as a handler may
   */
  Reply<CallToolResult> call(WrappedToolCall call) throws Exception;
}
