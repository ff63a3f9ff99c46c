/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.extension;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tools of a server, to be run outside of a request: later, again, or by another process than
 * the one that got it. Safe for use by several threads.
 */
public interface ToolCalls {
  /**
   * Finds a tool.
   *
   * @param name its name
   * @return the tool, whoever may see it; null if there is none
   */
  @Nullable RegisteredTool find(String name);

  /**
   * Runs the handler of a tool, past pipeline, interceptors and wrappers. Blocks until it returns.
   *
   * @param request the call; answers to questions are in its {@code inputResponses}, and its {@code
   *     requestState} means nothing
   * @param notifier takes the notifications of the handler
   * @param memory what is known from earlier runs
   * @param passOn which exceptions of the handler leave this method as they are, instead of
   *     becoming a result that says so
   * @return the result, or the questions; the state of these is what is {@linkplain
   *     CallMemory#recorded recorded}, as JSON text
   * @throws McpException if there is no such tool, or the call fails with a JSON-RPC error
   * @throws Exception what was to be passed on, or the memory threw
   */
  Reply<CallToolResult> run(
      McpRequest<CallToolRequestParams> request,
      Notifier notifier,
      CallMemory memory,
      Predicate<? super Throwable> passOn)
      throws Exception;

  /**
   * Checks an answer of a client before a handler gets it.
   *
   * @param key names the question
   * @param question the question
   * @param answer the answer
   * @throws McpException if the answer does not fit the question
   */
  void requireFit(String key, InputRequest question, JsonNode answer);
}
